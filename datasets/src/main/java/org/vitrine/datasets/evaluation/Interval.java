package org.vitrine.datasets.evaluation;

/** A 95 % confidence interval. */
public record Interval(double low, double high) {
    /** Of the normal distribution, between which 95 % lie. */
    static final double Z = 1.959963984540054;

    /** Of a share (Wilson 1927): from 0 to 1 if there is nothing to tell by. */
    public static Interval wilson(long right, long count) {
        if (count == 0) {
            return new Interval(0, 1);
        }
        double share = (double) right / count;
        double z2 = Z * Z;
        double centre = (share + z2 / (2 * count)) / (1 + z2 / count);
        double half = Z * Math.sqrt(share * (1 - share) / count + z2 / (4.0 * count * count)) / (1 + z2 / count);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** Of a mean, from the spread of the values, as if their mean was normally distributed; as wide as can be for one value. */
    public static Interval ofMean(double[] values) {
        int n = values.length;
        if (n < 2) {
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double mean = java.util.Arrays.stream(values).average().orElse(0);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double half = Z * Math.sqrt(squares / (n - 1) / n);
        return new Interval(mean - half, mean + half);
    }
}
