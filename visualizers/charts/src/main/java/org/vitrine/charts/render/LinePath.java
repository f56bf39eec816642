package org.vitrine.charts.render;

import java.util.Arrays;

/** Vertices of a polyline in pixels, with NaN between separate pieces. Growable, and reused from frame to frame. */
public final class LinePath {
    private double[] x = new double[256];
    private double[] y = new double[256];
    private int size;

    /** Forgets all vertices. */
    public void clear() {
        size = 0;
    }

    void add(double px, double py) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = px;
        y[size++] = py;
    }

    void gap() {
        if (size > 0 && !Double.isNaN(y[size - 1])) {
            add(Double.NaN, Double.NaN);
        }
    }

    public int size() {
        return size;
    }

    public double x(int index) {
        return x[index];
    }

    public double y(int index) {
        return y[index];
    }

    /** Hands each piece to the pen as arrays and a length; a piece of one vertex is a lone point. */
    public void pieces(Pen pen) {
        int start = 0;
        for (int i = 0; i <= size; i++) {
            if (i == size || Double.isNaN(y[i])) {
                if (i > start) {
                    pen.draw(Arrays.copyOfRange(x, start, i), Arrays.copyOfRange(y, start, i), i - start);
                }
                start = i + 1;
            }
        }
    }

    /** Draws one unbroken piece. */
    @FunctionalInterface
    public interface Pen {
        void draw(double[] x, double[] y, int count);
    }
}
