package org.vitrine.datasets.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Scores columns by what each one alone tells of the target; columns that only help together are not found. */
public final class FeatureScores {
    private static final int MOST_BINS = 16;
    private static final int ROWS_PER_CELL = 5;

    private final double[] target;
    private final boolean classes;

    private FeatureScores(double[] target, boolean classes) {
        this.target = target;
        this.classes = classes;
    }

    /**
     * A target of classes.
     *
     * @param classIndices by row
     */
    public static FeatureScores forClasses(int[] classIndices) {
        return new FeatureScores(IntStream.of(classIndices).mapToDouble(i -> i).toArray(), true);
    }

    /**
     * A target of values.
     *
     * @param values by row; rows with NaN are left out
     */
    public static FeatureScores forValues(double[] values) {
        return new FeatureScores(values.clone(), false);
    }

    /**
     * Scores a column of numbers.
     *
     * @param column by row; rows with NaN are left out
     */
    public FeatureScore ofNumbers(String name, double[] column) {
        int[] rows = rows(row -> !Double.isNaN(column[row]));
        double[] x = pick(column, rows);
        double[] y = pick(target, rows);
        int bins = bins(rows.length);
        double information = Association.mutualInformation(
                Association.equalBins(x, bins), classes ? codes(y) : Association.equalBins(y, bins));
        double pearson = classes ? Association.correlationRatio(codes(y), x) : Association.pearson(x, y);
        double[] ranks = Association.ranks(x);
        double spearman = classes
                ? Association.correlationRatio(codes(y), ranks)
                : Association.pearson(ranks, Association.ranks(y));
        return new FeatureScore(name, information, pearson, spearman, rows.length);
    }

    /**
     * Scores a column of texts.
     *
     * @param column by row; rows with an empty text are left out
     */
    public FeatureScore ofTexts(String name, List<String> column) {
        int[] rows = rows(row -> !column.get(row).isEmpty());
        Map<String, Integer> known = new HashMap<>();
        int[] x = IntStream.of(rows)
                .map(row -> known.computeIfAbsent(column.get(row), text -> known.size()))
                .toArray();
        double[] y = pick(target, rows);
        double information =
                Association.mutualInformation(x, classes ? codes(y) : Association.equalBins(y, bins(rows.length)));
        return new FeatureScore(name, information, Double.NaN, Double.NaN, rows.length);
    }

    /** The most telling first, by mutual information. */
    public static List<FeatureScore> sorted(List<FeatureScore> scores) {
        List<FeatureScore> sorted = new ArrayList<>(scores);
        sorted.sort(Comparator.comparingDouble(FeatureScore::mutualInformation).reversed());
        return List.copyOf(sorted);
    }

    /** So few that each cell of the table of bins by bins holds some rows, or the estimate is mostly chance. */
    private static int bins(int rows) {
        return (int) Math.max(2, Math.min(MOST_BINS, Math.sqrt((double) rows / ROWS_PER_CELL)));
    }

    private int[] rows(IntPredicate present) {
        return IntStream.range(0, target.length)
                .filter(row -> !Double.isNaN(target[row]) && present.test(row))
                .toArray();
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static int[] codes(double[] labels) {
        return java.util.Arrays.stream(labels).mapToInt(label -> (int) label).toArray();
    }
}
