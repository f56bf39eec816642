package org.vitrine.datasets.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether examples that a model is so sure of are right so often (Guo et al. 2017): the probability of the predicted class
 * is compared with the share of right answers, in bins of equal width.
 *
 * @param bins all of them, from 0 to 1
 * @param expectedError mean gap between confidence and accuracy, weighted by the bins' counts (ECE)
 * @param greatestError greatest such gap (MCE)
 * @param brier mean over examples of the squared distance between all probabilities and the truth (Brier 1950)
 */
public record Calibration(List<Bin> bins, double expectedError, double greatestError, double brier) {
    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Examples whose predicted class has a probability greater than {@code from} and not greater than {@code to}.
     *
     * @param confidence mean probability of the predicted class; NaN without examples
     * @param accuracy share of right answers; NaN without examples
     */
    public record Bin(double from, double to, long count, double confidence, double accuracy) {
        public double gap() {
            return count == 0 ? 0 : Math.abs(accuracy - confidence);
        }
    }

    /**
     * Measures it.
     *
     * @param probabilities by example and class
     * @param actual class of each example
     */
    public static Calibration of(float[][] probabilities, int[] actual, int binCount) {
        long[] counts = new long[binCount];
        long[] right = new long[binCount];
        double[] confidence = new double[binCount];
        double brier = 0;
        for (int i = 0; i < actual.length; i++) {
            float[] row = probabilities[i];
            int best = 0;
            for (int k = 0; k < row.length; k++) {
                best = row[k] > row[best] ? k : best;
                double off = row[k] - (actual[i] == k ? 1 : 0);
                brier += off * off;
            }
            int bin = bin(row[best], binCount);
            counts[bin]++;
            right[bin] += best == actual[i] ? 1 : 0;
            confidence[bin] += row[best];
        }
        List<Bin> bins = new ArrayList<>();
        double expected = 0;
        double greatest = 0;
        for (int b = 0; b < binCount; b++) {
            Bin bin = new Bin(
                    (double) b / binCount,
                    (double) (b + 1) / binCount,
                    counts[b],
                    counts[b] == 0 ? Double.NaN : confidence[b] / counts[b],
                    counts[b] == 0 ? Double.NaN : (double) right[b] / counts[b]);
            bins.add(bin);
            expected += bin.gap() * counts[b] / Math.max(1, actual.length);
            greatest = Math.max(greatest, bin.gap());
        }
        return new Calibration(bins, expected, greatest, brier / Math.max(1, actual.length));
    }

    /** The bin that a probability lies in: its upper edge belongs to it. */
    private static int bin(double probability, int count) {
        for (int b = 0; b < count - 1; b++) {
            if (probability <= (double) (b + 1) / count) {
                return b;
            }
        }
        return count - 1;
    }
}
