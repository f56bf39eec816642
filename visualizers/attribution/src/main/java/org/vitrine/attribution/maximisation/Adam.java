package org.vitrine.attribution.maximisation;

/** Adam (Kingma, Ba 2015: Adam: A Method for Stochastic Optimization), upwards. */
public final class Adam implements Climb {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double LEAST = 1e-8;

    private double[] means = new double[0];
    private double[] squares = new double[0];
    private int steps;

    @Override
    public void step(double[] values, double[] gradient, double rate) {
        if (steps++ == 0) {
            means = new double[values.length];
            squares = new double[values.length];
        }
        double ofMeans = 1 - Math.pow(FIRST, steps);
        double ofSquares = 1 - Math.pow(SECOND, steps);
        for (int i = 0; i < values.length; i++) {
            means[i] = FIRST * means[i] + (1 - FIRST) * gradient[i];
            squares[i] = SECOND * squares[i] + (1 - SECOND) * gradient[i] * gradient[i];
            values[i] += rate * (means[i] / ofMeans) / (Math.sqrt(squares[i] / ofSquares) + LEAST);
        }
    }
}
