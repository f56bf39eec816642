package org.vitrine.datasets.evaluation;

/** The standard normal distribution. */
final class Normal {
    private static final int ROUNDS = 60;

    private Normal() {}

    /** The value below which this share of the distribution lies; 0 &lt; share &lt; 1. */
    static double quantile(double share) {
        if (share > 0.5) {
            return -quantile(1 - share);
        }
        double low = -40;
        double high = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double middle = (low + high) / 2;
            if (below(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The share below a value that is not positive. */
    private static double below(double value) {
        double x = -value;
        if (x < 3) {
            // Series of the error function (Abramowitz and Stegun 26.2.11).
            double term = x;
            double sum = x;
            for (int k = 1; Math.abs(term) > 1e-18 * sum && k < 200; k++) {
                term *= x * x / (2 * k + 1);
                sum += term;
            }
            return 0.5 - sum * density(x);
        }
        // Continued fraction (Abramowitz and Stegun 26.2.14).
        double fraction = x;
        for (int k = 120; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
