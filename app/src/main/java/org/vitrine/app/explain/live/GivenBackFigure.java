package org.vitrine.app.explain.live;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.render.Raster;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.MovedSheet;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * The picture that an autoencoder gives back, under the values of one of its places.
 *
 * @param mark of the place, as shares of the picture's width and height
 */
record GivenBackFigure(TableFigure values, Raster picture, Optional<Rectangle2D> mark) implements Figure {
    private static final double SIZE = 12;
    private static final double EDGE = 8;

    @Override
    public double height(double width) {
        return values.height() + 2 * SIZE + width * picture.height() / picture.width();
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        values.draw(sheet, width, height, theme);
        double top = values.height() + SIZE;
        sheet.write(new Words(Texts.get("live.back"), EDGE, top, Anchor.START, SIZE, false, theme.muted()));
        double left = height - top - EDGE;
        HeatmapFigure back = new HeatmapFigure(picture, Optional.empty(), 0, mark);
        MovedSheet below = new MovedSheet(sheet, 0, top + EDGE / 2);
        back.draw(below, width, left, theme);
    }
}
