package org.vitrine.editor.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import org.vitrine.graph.model.Edge;

/** An edge: its curve with an arrow, a wider invisible one for the mouse, and the shape of the tensor it carries. */
final class EdgeView {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final double ARROW = 9;
    private static final double CHARACTER = 6.4;

    private final Edge edge;
    private final Path line = new Path();
    private final Path hit = new Path();
    private final Polygon arrow = new Polygon(0, 0, -ARROW * 0.45, -ARROW, ARROW * 0.45, -ARROW);
    private final Group curve = new Group(hit, line, arrow);
    private final Label label = new Label();
    private @Nullable Route shown;

    EdgeView(Edge edge) {
        this.edge = edge;
        line.getStyleClass().add("edge-line");
        hit.getStyleClass().add("edge-hit");
        arrow.getStyleClass().add("edge-arrow");
        curve.getStyleClass().add("edge");
        curve.setUserData(this);
        label.getStyleClass().add("edge-label");
        label.setUserData(this);
        label.setManaged(false);
        line.setMouseTransparent(true);
        arrow.setMouseTransparent(true);
    }

    Edge edge() {
        return edge;
    }

    Group curve() {
        return curve;
    }

    Label label() {
        return label;
    }

    /** The width a label of this text will take, known before any layout. */
    static double labelWidth(String text) {
        return text.length() * CHARACTER + 12;
    }

    void setText(String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            shown = null;
        }
    }

    void setSelected(boolean selected) {
        curve.pseudoClassStateChanged(SELECTED, selected);
        label.pseudoClassStateChanged(SELECTED, selected);
    }

    /** Lights up as the place where a dragged layer would go. */
    void setDropTarget(boolean target) {
        curve.pseudoClassStateChanged(DROP, target);
        label.pseudoClassStateChanged(DROP, target);
    }

    /** Whether a point of the graph lies on the edge or its label. */
    boolean isAt(Point2D point) {
        return hit.contains(point)
                || (label.isVisible() && label.getBoundsInParent().contains(point));
    }

    void show(Route route) {
        if (route.equals(shown)) {
            return;
        }
        shown = route;
        List<PathElement> elements = elements(route, 0);
        line.getElements().setAll(elements(route, ARROW - 1));
        hit.getElements().setAll(elements);
        Route.Piece last = route.last();
        arrow.setTranslateX(last.x());
        arrow.setTranslateY(last.y());
        double width = labelWidth(label.getText());
        label.resizeRelocate(route.label().x() - width / 2, route.label().y() - 8, width, 16);
        label.setVisible(!label.getText().isEmpty());
    }

    /** The curve, its end pulled back by {@code shorter}: every edge arrives straight from above. */
    private static List<PathElement> elements(Route route, double shorter) {
        List<PathElement> elements = new ArrayList<>();
        elements.add(new MoveTo(route.startX(), route.startY()));
        int rest = route.pieces().size();
        for (Route.Piece piece : route.pieces()) {
            rest--;
            double cut = rest == 0 ? shorter : 0;
            elements.add(new CubicCurveTo(
                    piece.c1x(), piece.c1y(), piece.c2x(), piece.c2y() - cut, piece.x(), piece.y() - cut));
        }
        return elements;
    }
}
