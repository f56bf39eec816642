package org.vitrine.editor.canvas;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;

/** The dots behind the graph: they show pan and zoom where there are no nodes. */
final class Dots {
    private static final double SPACING = 24;
    private static final double LEAST = 18;
    private static final Color DOT = Color.gray(0.5, 0.35);

    private Dots() {}

    static void paint(GraphicsContext context, Viewport viewport, double width, double height) {
        double step = SPACING * viewport.scale();
        while (step < LEAST) {
            step *= 2;
        }
        Affine affine = viewport.affine();
        context.setFill(DOT);
        for (double x = positive(affine.getTx(), step); x < width; x += step) {
            for (double y = positive(affine.getTy(), step); y < height; y += step) {
                context.fillRect(Math.rint(x), Math.rint(y), 1.5, 1.5);
            }
        }
    }

    private static double positive(double value, double step) {
        return value - Math.floor(value / step) * step;
    }
}
