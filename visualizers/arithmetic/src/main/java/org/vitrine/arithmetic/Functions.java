package org.vitrine.arithmetic;

import java.util.Arrays;
import org.vitrine.graph.layer.Activation;

/** Activation functions in double precision. */
public final class Functions {
    /** Slope of the leaky ReLU below zero. */
    private static final double LEAK = 0.01;

    private static final double SERIES_END = 3;
    private static final int FRACTIONS = 60;

    private Functions() {}

    /**
     * The function of one number.
     *
     * @throws IllegalArgumentException for softmax, which is a function of several
     */
    public static double of(Activation activation, double x) {
        return switch (activation) {
            case IDENTITY -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x < 0 ? LEAK * x : x;
            case ELU -> x < 0 ? Math.expm1(x) : x;
            case GELU -> x * 0.5 * (1 + erf(x / Math.sqrt(2)));
            case SWISH -> x / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SOFTMAX -> throw new IllegalArgumentException("Softmax is a function of all units");
        };
    }

    /** The function of all units of one place. */
    static double[] of(Activation activation, double[] units) {
        return activation == Activation.SOFTMAX
                ? softmax(units)
                : Arrays.stream(units).map(x -> of(activation, x)).toArray();
    }

    static double[] softmax(double[] x) {
        double most = Arrays.stream(x).max().orElse(0);
        double[] shares = Arrays.stream(x).map(v -> Math.exp(v - most)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** The error function: its Taylor series near zero, the continued fraction of its complement further out. */
    static double erf(double x) {
        double size = Math.abs(x);
        double value = size < SERIES_END ? series(size) : 1 - complement(size);
        return x < 0 ? -value : value;
    }

    private static double series(double x) {
        double power = x;
        double sum = x;
        for (int n = 1; Math.abs(power) > 1e-18 * Math.abs(sum); n++) {
            power *= -x * x / n;
            sum += power / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    private static double complement(double x) {
        double fraction = x;
        for (int k = FRACTIONS; k >= 1; k--) {
            fraction = x + k / 2.0 / fraction;
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
    }
}
