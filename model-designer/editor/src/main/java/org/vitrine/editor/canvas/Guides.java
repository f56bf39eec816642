package org.vitrine.editor.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import org.vitrine.editor.model.NodeMetrics;

/** The lines that show that a dragged node is in line with another. */
final class Guides extends Group {
    private static final double FAR = 4000;

    private final Viewport viewport;
    private final Line column = new Line();
    private final Line row = new Line();

    Guides(Viewport viewport) {
        this.viewport = viewport;
        column.getStyleClass().add("guide");
        row.getStyleClass().add("guide");
        getChildren().addAll(column, row);
        setManaged(false);
        setMouseTransparent(true);
        hide();
    }

    void show(Snapping snapping) {
        Optional<Double> x = snapping.column().map(left -> left + NodeMetrics.WIDTH / 2);
        Optional<Double> y = snapping.row().map(top -> top + NodeMetrics.HEIGHT / 2);
        column.setVisible(x.isPresent());
        row.setVisible(y.isPresent());
        Point2D at = viewport.toCanvas(x.orElse(0.0), y.orElse(0.0));
        column.setStartX(at.getX());
        column.setEndX(at.getX());
        column.setStartY(-FAR);
        column.setEndY(FAR);
        row.setStartY(at.getY());
        row.setEndY(at.getY());
        row.setStartX(-FAR);
        row.setEndX(FAR);
    }

    void hide() {
        column.setVisible(false);
        row.setVisible(false);
    }
}
