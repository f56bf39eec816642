package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;

/** Compares derivatives with central differences. */
final class Differences {
    /** Greatest relative error. */
    static final double RELATIVE = 1e-5;

    private Differences() {}

    /**
     * Fails if a derivative differs from the central difference by more than {@link #RELATIVE} of the greater one.
     *
     * @param function of the displacement from where the derivative was taken
     * @param floor differences below are rounding of the central difference itself
     */
    static void assertSlope(double derivative, DoubleUnaryOperator function, double step, double floor, String what) {
        double coarse = slope(function, step);
        if (!agree(derivative, coarse, floor)) {
            // Where the function is very curved, the next order of the difference tells whether it is the cause.
            coarse = (4 * coarse - slope(function, 2 * step)) / 3;
        }
        assertThat(agree(derivative, coarse, floor))
                .as("%s: derivative %s, central difference %s", what, derivative, coarse)
                .isTrue();
    }

    private static double slope(DoubleUnaryOperator function, double step) {
        return (function.applyAsDouble(step) - function.applyAsDouble(-step)) / (2 * step);
    }

    static boolean agree(double a, double b, double floor) {
        return Math.abs(a - b) <= floor + RELATIVE * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Checks some twenty-five values of large arrays; odd, so that it meets all rows and columns in turn. */
    static int stride(int length) {
        return 2 * (length / 50) + 1;
    }
}
