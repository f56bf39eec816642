package org.vitrine.attribution.methods.gradients;

/**
 * Gauss-Legendre quadrature on [0, 1]: exact for polynomials up to degree 2n - 1.
 *
 * @param points where to evaluate, ascending
 * @param weights adding up to 1
 */
record GaussLegendre(double[] points, double[] weights) {

    /** The rule with n points; roots of the Legendre polynomial by Newton's method. */
    static GaussLegendre of(int n) {
        double[] points = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            double step = 1;
            for (int round = 0; round < 100 && Math.abs(step) > 1e-15; round++) {
                double[] valueAndSlope = legendre(n, x);
                slope = valueAndSlope[1];
                step = valueAndSlope[0] / slope;
                x -= step;
            }
            points[n - 1 - i] = (1 + x) / 2;
            weights[n - 1 - i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(points, weights);
    }

    private static double[] legendre(int n, double x) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= n; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return new double[] {value, n * (x * value - before) / (x * x - 1)};
    }
}
