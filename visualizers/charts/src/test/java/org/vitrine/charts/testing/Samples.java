package org.vitrine.charts.testing;

import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;

/** Images and maps to draw in tests. */
public final class Samples {
    private Samples() {}

    /** A round stroke in grey. */
    public static Raster ring(int side) {
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            double r = Math.hypot(x(i, side), y(i, side));
            values[i] = (float) Math.max(0, 1 - Math.abs(r - 0.3) * 14);
        }
        return new Raster(1, side, side, values);
    }

    /** Relevance that is positive on its left and negative on its right half. */
    public static Relevance halves(int side) {
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            double x = x(i, side);
            double y = y(i, side);
            values[i] = (float) (-Math.sin(6 * x) * Math.exp(-12 * (x * x + y * y)));
        }
        return new Relevance(side, side, values, true);
    }

    private static double x(int index, int side) {
        return (index % side + 0.5) / side - 0.5;
    }

    private static double y(int index, int side) {
        return (Math.floorDiv(index, side) + 0.5) / side - 0.5;
    }
}
