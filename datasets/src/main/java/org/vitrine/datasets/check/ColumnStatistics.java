package org.vitrine.datasets.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a column of a table holds. */
public sealed interface ColumnStatistics {
    String name();

    /** Cells with something in them. */
    int present();

    int missing();

    /**
     * A column of numbers; of an empty one all figures are NaN.
     *
     * @param deviation of the sample, with n - 1
     * @param median quantiles lie between neighbours, by linear interpolation
     */
    record Numbers(
            String name,
            int present,
            int missing,
            double mean,
            double deviation,
            double least,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double most,
            Histogram histogram)
            implements ColumnStatistics {}

    /**
     * A column of texts.
     *
     * @param counts by text, the most frequent first, equal ones in alphabetical order
     */
    record Texts(String name, int present, int missing, Map<String, Integer> counts) implements ColumnStatistics {
        public Texts {
            counts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }
    }

    /**
     * A column of numbers.
     *
     * @param values by row, NaN where the cell is empty
     */
    static Numbers ofNumbers(String name, double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int n = sorted.length;
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        double squares = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double lower = quantile(sorted, 0.25);
        double upper = quantile(sorted, 0.75);
        double least = n == 0 ? Double.NaN : sorted[0];
        double most = n == 0 ? Double.NaN : sorted[n - 1];
        return new Numbers(
                name,
                n,
                values.length - n,
                mean,
                n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)),
                least,
                lower,
                quantile(sorted, 0.5),
                upper,
                most,
                Histogram.of(sorted, lower, upper, most - least));
    }

    /**
     * A column of texts.
     *
     * @param cells by row, empty where nothing stands
     */
    static Texts ofTexts(String name, Collection<String> cells) {
        Map<String, Integer> counts = new TreeMap<>();
        int missing = 0;
        for (String cell : cells) {
            if (cell.isEmpty()) {
                missing++;
            } else {
                counts.merge(cell, 1, Integer::sum);
            }
        }
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return new Texts(name, cells.size() - missing, missing, ordered);
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
