package org.vitrine.charts.scatter;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Shapes of points, so that classes differ by more than their colour. */
enum Marker {
    CIRCLE {
        @Override
        void fill(GraphicsContext g, double x, double y, double r) {
            g.fillOval(x - r, y - r, 2 * r, 2 * r);
            g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        }
    },
    SQUARE {
        @Override
        void fill(GraphicsContext g, double x, double y, double r) {
            double side = 1.75 * r;
            g.fillRect(x - side / 2, y - side / 2, side, side);
            g.strokeRect(x - side / 2, y - side / 2, side, side);
        }
    },
    TRIANGLE {
        @Override
        void fill(GraphicsContext g, double x, double y, double r) {
            polygon(g, new double[] {x, x + 1.1 * r, x - 1.1 * r}, new double[] {y - 1.2 * r, y + 0.8 * r, y + 0.8 * r
            });
        }
    },
    DIAMOND {
        @Override
        void fill(GraphicsContext g, double x, double y, double r) {
            double d = 1.25 * r;
            polygon(g, new double[] {x, x + d, x, x - d}, new double[] {y - d, y, y + d, y});
        }
    };

    /** Draws with the fill and the stroke that are set. */
    abstract void fill(GraphicsContext g, double x, double y, double r);

    static Marker of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    void paint(GraphicsContext g, double x, double y, double r, Color color, Color outline) {
        g.setFill(color);
        g.setStroke(outline);
        g.setLineWidth(1);
        fill(g, x, y, r);
    }

    private static void polygon(GraphicsContext g, double[] x, double[] y) {
        g.fillPolygon(x, y, x.length);
        g.strokePolygon(x, y, x.length);
    }
}
