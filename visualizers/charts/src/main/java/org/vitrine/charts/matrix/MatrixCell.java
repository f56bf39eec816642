package org.vitrine.charts.matrix;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;

/** A count on the colour of its share; by the root of it, or confusions of a few percent would look like none. */
final class MatrixCell extends Label {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final int row;
    private final int column;
    private final double share;

    MatrixCell(int row, int column, long count, double share) {
        super(text(count));
        this.row = row;
        this.column = column;
        this.share = share;
        getStyleClass().add("cell");
    }

    /** Short enough for a small cell. */
    static String text(long count) {
        return Numbers.significant((double) count, 4);
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    void mark(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }

    void paint(boolean dark, double fontSize) {
        int background = (dark ? ColorMap.BLUES_DARK : ColorMap.BLUES).argb(Math.sqrt(share));
        int ink = Argb.textOn(background);
        // Zeros step back, so that the confusions stand out.
        int text = share == 0 ? Argb.mix(background, ink, 0.45) : ink;
        setStyle("-fx-background-color: " + Argb.css(background) + "; -fx-text-fill: " + Argb.css(text)
                + "; -fx-font-size: " + Math.round(fontSize) + "px;");
    }
}
