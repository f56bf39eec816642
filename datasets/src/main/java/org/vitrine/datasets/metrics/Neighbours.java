package org.vitrine.datasets.metrics;

import java.util.Arrays;

/**
 * Whether embeddings of one class lie near each other.
 *
 * @param nearest class of the nearest other example, by example
 * @param accuracy share of examples whose nearest neighbour is of their class
 */
public record Neighbours(int[] nearest, double accuracy) {
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
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double distance = distance(embeddings, i * width, j * width, width);
                nearer(nearest, least, i, distance, classes[j]);
                nearer(nearest, least, j, distance, classes[i]);
            }
        }
        int right = 0;
        for (int i = 0; i < n; i++) {
            right += nearest[i] == classes[i] ? 1 : 0;
        }
        return new Neighbours(nearest, n == 0 ? 0 : (double) right / n);
    }

    private static void nearer(int[] nearest, double[] least, int i, double distance, int type) {
        if (distance < least[i]) {
            least[i] = distance;
            nearest[i] = type;
        }
    }

    /** The squared distance of the rows that begin at two places. */
    static double distance(double[] values, int one, int other, int width) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            double difference = values[one + k] - values[other + k];
            sum += difference * difference;
        }
        return sum;
    }
}
