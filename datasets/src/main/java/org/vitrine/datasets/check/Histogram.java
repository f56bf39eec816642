package org.vitrine.datasets.check;

import java.util.ArrayList;
import java.util.List;

/**
 * How often values fall in bins of one width.
 *
 * @param low lower edge of the first bin
 * @param width of each bin; values on an inner edge belong to the bin above it, the largest value to the last bin
 */
public record Histogram(double low, double width, List<Integer> counts) {
    private static final int MOST_BINS = 50;

    public Histogram {
        counts = List.copyOf(counts);
    }

    /** With so many bins. Values that are no numbers, or infinite, are left out. */
    public static Histogram of(double[] values, int bins) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            return new Histogram(0, 1, List.of());
        }
        double width = high > low ? (high - low) / bins : 1;
        int used = high > low ? bins : 1;
        int[] counts = new int[used];
        for (double value : values) {
            if (Double.isFinite(value)) {
                counts[Math.min(used - 1, (int) ((value - low) / width))]++;
            }
        }
        List<Integer> boxed = new ArrayList<>();
        for (int count : counts) {
            boxed.add(count);
        }
        return new Histogram(low, width, boxed);
    }

    /** With as many bins as Freedman and Diaconis (1981) advise for the spread, at least 5 and at most 50. */
    static Histogram of(double[] values, double lowerQuartile, double upperQuartile, double range) {
        double width = 2 * (upperQuartile - lowerQuartile) / Math.cbrt(Math.max(1, values.length));
        double bins = width > 0 ? Math.ceil(range / width) : Math.sqrt(values.length);
        return of(values, (int) Math.max(5, Math.min(MOST_BINS, bins)));
    }

    public int total() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
