package org.vitrine.editor.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;
import javafx.scene.transform.TransformChangedEvent;

/** The dots behind the graph: they show pan and zoom where there are no nodes. */
final class DotGrid extends Region {
    private static final double SPACING = 24;
    private static final Color DOT = Color.gray(0.5, 0.35);

    private final Canvas canvas = new Canvas();
    private final Viewport viewport;

    DotGrid(Viewport viewport) {
        this.viewport = viewport;
        setMouseTransparent(true);
        setManaged(false);
        getChildren().add(canvas);
        viewport.affine().addEventHandler(TransformChangedEvent.TRANSFORM_CHANGED, event -> draw());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double step = SPACING * viewport.scale();
        while (step < 18) {
            step *= 2;
        }
        Affine affine = viewport.affine();
        context.setFill(DOT);
        for (double x = positive(affine.getTx(), step); x < canvas.getWidth(); x += step) {
            for (double y = positive(affine.getTy(), step); y < canvas.getHeight(); y += step) {
                context.fillRect(Math.rint(x), Math.rint(y), 1.5, 1.5);
            }
        }
    }

    private static double positive(double value, double step) {
        return value - Math.floor(value / step) * step;
    }
}
