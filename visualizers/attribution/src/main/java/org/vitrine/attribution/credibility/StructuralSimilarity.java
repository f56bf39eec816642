package org.vitrine.attribution.credibility;

/**
 * How alike two maps look (Wang, Bovik, Sheikh, Simoncelli 2004): means, variances and covariance in windows of 7 × 7 pixels, as
 * products that are 1 for equal maps. Each map is divided by its largest size first. Windows in which both maps are zero are left
 * out: an empty background that both have in common would make any two maps alike.
 */
final class StructuralSimilarity {
    static final int WINDOW = 7;

    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;

    private StructuralSimilarity() {}

    /**
     * The mean over windows; 0 if no window holds anything.
     *
     * @param range 2 for maps with a sign, 1 for others
     */
    static double of(float[] a, float[] b, int height, int width, double range) {
        double scaleA = largest(a);
        double scaleB = largest(b);
        double sum = 0;
        int windows = 0;
        for (int top = 0; top + WINDOW <= height; top++) {
            for (int left = 0; left + WINDOW <= width; left++) {
                double x = 0;
                double y = 0;
                double xx = 0;
                double yy = 0;
                double xy = 0;
                for (int row = top; row < top + WINDOW; row++) {
                    for (int column = left; column < left + WINDOW; column++) {
                        double p = a[row * width + column] / scaleA;
                        double q = b[row * width + column] / scaleB;
                        x += p;
                        y += q;
                        xx += p * p;
                        yy += q * q;
                        xy += p * q;
                    }
                }
                if (xx > 0 || yy > 0) {
                    sum += index(x, y, xx, yy, xy, range * range);
                    windows++;
                }
            }
        }
        return windows == 0 ? 0 : sum / windows;
    }

    private static double index(double x, double y, double xx, double yy, double xy, double squaredRange) {
        double n = WINDOW * WINDOW;
        double meanX = x / n;
        double meanY = y / n;
        double varianceX = xx / n - meanX * meanX;
        double varianceY = yy / n - meanY * meanY;
        double covariance = xy / n - meanX * meanY;
        double c1 = C1 * squaredRange;
        double c2 = C2 * squaredRange;
        return (2 * meanX * meanY + c1)
                * (2 * covariance + c2)
                / ((meanX * meanX + meanY * meanY + c1) * (varianceX + varianceY + c2));
    }

    private static double largest(float[] map) {
        double largest = 0;
        for (float value : map) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest == 0 ? 1 : largest;
    }
}
