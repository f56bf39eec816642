package org.vitrine.charts.learning;

import java.awt.geom.Path2D;

/** Where values on a grid cross a level: marching squares (Lorensen and Cline 1987, in two dimensions). */
final class Contour {
    private final float[] values;
    private final int from;
    private final int side;
    private final double level;

    /**
     * A grid of {@code side} rows and columns, row by row.
     *
     * @param from index of its first value
     */
    Contour(float[] values, int from, int side, double level) {
        this.values = values;
        this.from = from;
        this.side = side;
        this.level = level;
    }

    private double at(int row, int column) {
        return values[from + row * side + column] - level;
    }

    /** The lines, in a square with its upper left corner at (x, y); the first row is at its foot. */
    Path2D path(double x, double y, double width, double height) {
        Path2D path = new Path2D.Double();
        double[] crossings = new double[8];
        for (int row = 0; row < side - 1; row++) {
            for (int column = 0; column < side - 1; column++) {
                int count = crossings(row, column, crossings);
                for (int i = 0; i + 3 < count; i += 4) {
                    path.moveTo(
                            x + (crossings[i] + 0.5) / side * width,
                            y + height - (crossings[i + 1] + 0.5) / side * height);
                    path.lineTo(
                            x + (crossings[i + 2] + 0.5) / side * width,
                            y + height - (crossings[i + 3] + 0.5) / side * height);
                }
            }
        }
        return path;
    }

    /** Points (column, row) where the edges of a cell are crossed, two or four. */
    private int crossings(int row, int column, double[] points) {
        double a = at(row, column);
        double b = at(row, column + 1);
        double c = at(row + 1, column + 1);
        double d = at(row + 1, column);
        int count = 0;
        count = edge(a, b, column, row, 1, 0, points, count);
        count = edge(b, c, column + 1, row, 0, 1, points, count);
        count = edge(d, c, column, row + 1, 1, 0, points, count);
        return edge(a, d, column, row, 0, 1, points, count);
    }

    private static int edge(
            double first, double second, double x, double y, double dx, double dy, double[] points, int count) {
        if (first > 0 == second > 0) {
            return count;
        }
        double share = first / (first - second);
        points[count] = x + dx * share;
        points[count + 1] = y + dy * share;
        return count + 2;
    }
}
