package org.vitrine.charts.render;

import java.util.Arrays;

/** Percentiles with linear interpolation between ranks. */
public final class Percentiles {
    private Percentiles() {}

    /** The percentile (0..100) of the finite values; NaN if there are none. */
    public static double of(double percentile, float... values) {
        float[] finite = finite(values);
        Arrays.sort(finite);
        return ofSorted(percentile, finite);
    }

    /**
     * The percentile of |values| over all arrays; the largest |value| where that percentile is zero (sparse maps), and 1
     * where all values are zero: always fit to end a colour scale.
     */
    static double reach(double percentile, float[]... arrays) {
        int size = 0;
        for (float[] array : arrays) {
            size += array.length;
        }
        float[] all = new float[size];
        int next = 0;
        for (float[] array : arrays) {
            for (float value : array) {
                all[next++] = Math.abs(value);
            }
        }
        float[] finite = finite(all);
        Arrays.sort(finite);
        double reach = finite.length == 0 ? 0 : ofSorted(percentile, finite);
        if (reach == 0 && finite.length > 0) {
            reach = finite[finite.length - 1];
        }
        return reach > 0 ? reach : 1;
    }

    private static float[] finite(float[] values) {
        float[] finite = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                finite[count++] = value;
            }
        }
        return Arrays.copyOf(finite, count);
    }

    private static double ofSorted(double percentile, float[] sorted) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double rank = percentile / 100 * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (rank - below) * ((double) sorted[above] - sorted[below]);
    }
}
