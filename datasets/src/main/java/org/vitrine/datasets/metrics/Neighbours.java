package org.vitrine.datasets.metrics;

import java.util.Arrays;

/**
 * How well distances between embeddings tell classes apart.
 *
 * @param nearest class of the nearest other example, by example
 * @param accuracy share of examples whose nearest neighbour is of their class
 * @param verification chance that a pair of one class is nearer than a pair of two (area under the ROC curve); NaN if there
 *     are no pairs of one kind
 */
public record Neighbours(int[] nearest, double accuracy, double verification) {
    private static final int BINS = 4096;

    /**
     * Compares each embedding with all others.
     *
     * @param embeddings [n, width] row by row
     */
    public static Neighbours of(double[] embeddings, int[] classes) {
        int n = classes.length;
        int width = n == 0 ? 0 : embeddings.length / n;
        int[] nearest = new int[n];
        double[] least = new double[n];
        Arrays.fill(nearest, -1);
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        double most = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double distance = distance(embeddings, i * width, j * width, width);
                most = Math.max(most, distance);
                nearer(nearest, least, i, distance, classes[j]);
                nearer(nearest, least, j, distance, classes[i]);
            }
        }
        int right = 0;
        for (int i = 0; i < n; i++) {
            right += nearest[i] == classes[i] ? 1 : 0;
        }
        return new Neighbours(nearest, n == 0 ? 0 : (double) right / n, verification(embeddings, width, classes, most));
    }

    private static void nearer(int[] nearest, double[] least, int i, double distance, int type) {
        if (distance < least[i]) {
            least[i] = distance;
            nearest[i] = type;
        }
    }

    /** From histograms of the distances of both kinds of pairs. */
    private static double verification(double[] embeddings, int width, int[] classes, double most) {
        double[] same = new double[BINS];
        double[] different = new double[BINS];
        for (int i = 0; i < classes.length; i++) {
            for (int j = i + 1; j < classes.length; j++) {
                double distance = Math.sqrt(distance(embeddings, i * width, j * width, width) / Math.max(most, 1e-300));
                int bin = (int) Math.min(BINS - 1, distance * BINS);
                (classes[i] == classes[j] ? same : different)[bin]++;
            }
        }
        double pairs = Arrays.stream(same).sum() * Arrays.stream(different).sum();
        double won = 0;
        double farther = Arrays.stream(different).sum();
        for (int bin = 0; bin < BINS; bin++) {
            farther -= different[bin];
            won += same[bin] * (farther + different[bin] / 2);
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    private static double distance(double[] values, int one, int other, int width) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            double difference = values[one + k] - values[other + k];
            sum += difference * difference;
        }
        return sum;
    }
}
