package org.vitrine.datasets.evaluation;

import java.util.Arrays;

/**
 * What predictions of values leave over, true minus predicted: whether errors grow with the value, lean to a side, or have
 * long tails.
 */
public record Residuals(double[] predicted, double[] residual) {

    /**
     * Compares values in pairs.
     *
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static Residuals of(double[] actual, double[] predicted) {
        if (actual.length != predicted.length) {
            throw new IllegalArgumentException(
                    actual.length + " true values do not match " + predicted.length + " predictions");
        }
        double[] residual = new double[actual.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = actual[i] - predicted[i];
        }
        return new Residuals(predicted.clone(), residual);
    }

    public double mean() {
        return Arrays.stream(residual).average().orElse(Double.NaN);
    }

    /** Standard deviation with n - 1 in the denominator. */
    public double deviation() {
        double mean = mean();
        double squares =
                Arrays.stream(residual).map(r -> (r - mean) * (r - mean)).sum();
        return residual.length < 2 ? Double.NaN : Math.sqrt(squares / (residual.length - 1));
    }

    /** The residuals in order. */
    public double[] sorted() {
        double[] sorted = residual.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Where a normal distribution's values would lie, in its deviations from its mean, in order (Filliben 1975). */
    public double[] normalQuantiles() {
        int n = residual.length;
        double[] quantiles = new double[n];
        for (int i = 0; i < n; i++) {
            double middle = i == n - 1
                    ? Math.pow(0.5, 1.0 / n)
                    : i == 0 ? 1 - Math.pow(0.5, 1.0 / n) : (i + 1 - 0.3175) / (n + 0.365);
            quantiles[i] = Normal.quantile(middle);
        }
        return quantiles;
    }
}
