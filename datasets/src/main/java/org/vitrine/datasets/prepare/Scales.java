package org.vitrine.datasets.prepare;

import org.vitrine.datasets.Scale;

/** Fits standardisation. */
final class Scales {
    private Scales() {}

    /** Mean and population deviation of the chosen values; a constant column keeps deviation 1. */
    static Scale fit(double[] values, int[] chosen) {
        double sum = 0;
        for (int i : chosen) {
            sum += values[i];
        }
        double mean = sum / chosen.length;
        double squares = 0;
        for (int i : chosen) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        double deviation = Math.sqrt(squares / chosen.length);
        boolean constant = deviation <= 1e-12 * Math.abs(mean) || deviation == 0;
        return new Scale(mean, constant ? 1 : deviation);
    }
}
