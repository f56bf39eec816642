package org.vitrine.worker.watch;

/**
 * How values are spread over bins of equal width, from four standard deviations below the mean to four above, or from the least to
 * the greatest where those are nearer; what lies outside counts in the outer bins.
 *
 * @param shares of the values by bin
 */
record Histogram(double low, double high, float[] shares) {
    static final int BINS = 48;
    private static final double REACH = 4;

    static Histogram of(float[] values) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                sum += value;
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                count++;
            }
        }
        if (count == 0) {
            return new Histogram(0, 0, new float[BINS]);
        }
        double mean = sum / count;
        double squares = 0;
        for (float value : values) {
            squares += Float.isFinite(value) ? (value - mean) * (value - mean) : 0;
        }
        double reach = REACH * Math.sqrt(squares / count);
        return over(values, count, Math.max(least, mean - reach), Math.min(greatest, mean + reach));
    }

    private static Histogram over(float[] values, int count, double low, double high) {
        float[] shares = new float[BINS];
        double scale = high > low ? BINS / (high - low) : 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                int bin = (int) Math.max(0, Math.min(BINS - 1, (value - low) * scale));
                shares[bin] += 1f / count;
            }
        }
        return new Histogram(low, high, shares);
    }
}
