package org.vitrine.datasets.metrics;

import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A confusion matrix and what follows from it. Shares of nothing (a class that was never predicted, or has no examples)
 * count as 0, as is the custom.
 */
public final class ClassificationMetrics {
    private final long[][] counts;

    private ClassificationMetrics(long[][] counts) {
        this.counts = counts;
    }

    /**
     * From counts by true class (row) and predicted class (column).
     *
     * @throws IllegalArgumentException unless the matrix is square and has no negative counts
     */
    public static ClassificationMetrics of(long[][] counts) {
        long[][] copy = new long[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            if (counts[row].length != counts.length) {
                throw new IllegalArgumentException("Row " + row + " of the confusion matrix has " + counts[row].length
                        + " columns; with " + counts.length + " classes it needs as many");
            }
            if (LongStream.of(counts[row]).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("Row " + row + " of the confusion matrix has a negative count");
            }
            copy[row] = counts[row].clone();
        }
        return new ClassificationMetrics(copy);
    }

    /** From the true and the predicted class of each example. */
    public static ClassificationMetrics of(int classes, int[] actual, int[] predicted) {
        if (actual.length != predicted.length) {
            throw new IllegalArgumentException(
                    actual.length + " true classes do not match " + predicted.length + " predictions");
        }
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < actual.length; i++) {
            counts[actual[i]][predicted[i]]++;
        }
        return new ClassificationMetrics(counts);
    }

    public int classes() {
        return counts.length;
    }

    public long count(int actual, int predicted) {
        return counts[actual][predicted];
    }

    /** Number of examples. */
    public long total() {
        return sum(this::support);
    }

    /** Number of examples of a class. */
    public long support(int actual) {
        return LongStream.of(counts[actual]).sum();
    }

    /** Number of examples predicted as a class. */
    public long predictions(int predicted) {
        return sum(row -> counts[row][predicted]);
    }

    /** The part of a class's examples that was predicted as {@code predicted}. */
    public double rowShare(int actual, int predicted) {
        return share(counts[actual][predicted], support(actual));
    }

    public double accuracy() {
        return share(sum(i -> counts[i][i]), total());
    }

    /** The part of what was predicted as this class that belongs to it. */
    public double precision(int index) {
        return share(counts[index][index], predictions(index));
    }

    /** The part of this class that was found. */
    public double recall(int index) {
        return share(counts[index][index], support(index));
    }

    /** The harmonic mean of precision and recall. */
    public double f1(int index) {
        return share(2 * counts[index][index], support(index) + predictions(index));
    }

    /** The plain mean over classes. */
    public Averages macro() {
        int n = classes();
        double[] sums = new double[3];
        for (int i = 0; i < n; i++) {
            add(sums, i, 1.0 / n);
        }
        return new Averages(sums[0], sums[1], sums[2]);
    }

    /** The mean over classes weighted by their number of examples. */
    public Averages weighted() {
        double[] sums = new double[3];
        for (int i = 0; i < classes(); i++) {
            add(sums, i, share(support(i), total()));
        }
        return new Averages(sums[0], sums[1], sums[2]);
    }

    private void add(double[] sums, int index, double weight) {
        sums[0] += weight * precision(index);
        sums[1] += weight * recall(index);
        sums[2] += weight * f1(index);
    }

    private long sum(IntToLongFunction count) {
        return IntStream.range(0, counts.length).mapToLong(count).sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** Means over the classes. */
    public record Averages(double precision, double recall, double f1) {}
}
