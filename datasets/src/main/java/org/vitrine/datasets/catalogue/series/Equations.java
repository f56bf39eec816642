package org.vitrine.datasets.catalogue.series;

import org.vitrine.datasets.random.Draw;

/** Series made by equations: [column][time]. The first values do not depend on how many are asked for. */
final class Equations {
    private static final int WARM_UP = 300;

    private Equations() {}

    /** The sum of a few sine waves of random period, size and phase. */
    static double[][] sines(int length, int waves, Draw draw) {
        double[] values = new double[length];
        for (int wave = 0; wave < waves; wave++) {
            double period = 8 * StrictMath.exp(draw.uniform(0, StrictMath.log(10)));
            double size = draw.uniform(0.5, 1);
            double phase = draw.uniform(0, 2 * Math.PI);
            for (int t = 0; t < length; t++) {
                values[t] += size * StrictMath.sin(2 * Math.PI * t / period + phase);
            }
        }
        return new double[][] {values};
    }

    /**
     * Mackey and Glass 1977: x' = 0.2 x(t - delay) / (1 + x(t - delay)^10) - 0.1 x, one value a unit of time, ten steps of Runge
     * and Kutta for each. Chaotic from a delay of 17 on.
     */
    static double[][] mackeyGlass(int length, int delay, Draw draw) {
        int steps = 10;
        double step = 1.0 / steps;
        int lag = delay * steps;
        double[] x = new double[(WARM_UP + length) * steps + lag + 1];
        double start = draw.uniform(0.6, 1.2);
        for (int i = 0; i <= lag; i++) {
            x[i] = start;
        }
        for (int i = lag; i + 1 < x.length; i++) {
            double before = production(x[i - lag]);
            double after = production(x[i - lag + 1]);
            double middle = (before + after) / 2;
            double one = before - 0.1 * x[i];
            double two = middle - 0.1 * (x[i] + step / 2 * one);
            double three = middle - 0.1 * (x[i] + step / 2 * two);
            double four = after - 0.1 * (x[i] + step * three);
            x[i + 1] = x[i] + step / 6 * (one + 2 * two + 2 * three + four);
        }
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = x[lag + (WARM_UP + t) * steps];
        }
        return new double[][] {values};
    }

    private static double production(double x) {
        double square = x * x;
        double fourth = square * square;
        return 0.2 * x / (1 + fourth * fourth * square);
    }

    /** Lorenz 1963 with sigma 10, rho 28, beta 8/3: x, y and z each twentieth of a unit of time. */
    static double[][] lorenz(int length, Draw draw) {
        int steps = 10;
        double step = 0.05 / steps;
        double[] state = {draw.uniform(-5, 5), draw.uniform(-5, 5), draw.uniform(20, 25)};
        double[][] values = new double[3][length];
        for (int t = -WARM_UP; t < length; t++) {
            for (int i = 0; i < steps; i++) {
                double[] one = slope(state);
                double[] two = slope(moved(state, one, step / 2));
                double[] three = slope(moved(state, two, step / 2));
                double[] four = slope(moved(state, three, step));
                for (int axis = 0; axis < 3; axis++) {
                    state[axis] += step / 6 * (one[axis] + 2 * two[axis] + 2 * three[axis] + four[axis]);
                }
            }
            for (int axis = 0; t >= 0 && axis < 3; axis++) {
                values[axis][t] = state[axis];
            }
        }
        return values;
    }

    private static double[] slope(double[] at) {
        return new double[] {10 * (at[1] - at[0]), at[0] * (28 - at[2]) - at[1], at[0] * at[1] - 8.0 / 3 * at[2]};
    }

    private static double[] moved(double[] at, double[] slope, double step) {
        return new double[] {at[0] + step * slope[0], at[1] + step * slope[1], at[2] + step * slope[2]};
    }
}
