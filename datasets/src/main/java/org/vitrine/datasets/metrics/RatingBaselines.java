package org.vitrine.datasets.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What ratings are predicted by without a look at who likes what: the mean of all, and the mean with a bias of each user and
 * each item (Koren 2009). Biases are least squares with a penalty, so that those with few ratings stay near zero; whoever has
 * none gets none.
 */
public final class RatingBaselines {
    private static final int ROUNDS = 20;

    private final double mean;
    private final Map<Integer, Double> users;
    private final Map<Integer, Double> items;

    private RatingBaselines(double mean, Map<Integer, Double> users, Map<Integer, Double> items) {
        this.mean = mean;
        this.users = users;
        this.items = items;
    }

    /**
     * Fits them.
     *
     * @param damping ratings of exactly the mean that each user and item is thought to have beside its own
     */
    public static RatingBaselines fit(int[] users, int[] items, double[] ratings, double damping) {
        double mean = Arrays.stream(ratings).average().orElse(0);
        Map<Integer, Double> ofUsers = new HashMap<>();
        Map<Integer, Double> ofItems = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofItems = biases(items, users, ofUsers, ratings, mean, damping);
            ofUsers = biases(users, items, ofItems, ratings, mean, damping);
        }
        return new RatingBaselines(mean, ofUsers, ofItems);
    }

    /** The biases of one side, given those of the other. */
    private static Map<Integer, Double> biases(
            int[] owners, int[] others, Map<Integer, Double> ofOthers, double[] ratings, double mean, double damping) {
        Map<Integer, double[]> sums = new HashMap<>();
        for (int i = 0; i < ratings.length; i++) {
            double[] sum = sums.computeIfAbsent(owners[i], owner -> new double[2]);
            sum[0] += ratings[i] - mean - ofOthers.getOrDefault(others[i], 0.0);
            sum[1]++;
        }
        Map<Integer, Double> biases = new HashMap<>();
        sums.forEach((owner, sum) -> biases.put(owner, sum[0] / (sum[1] + damping)));
        return biases;
    }

    /** The mean of all ratings. */
    public double mean() {
        return mean;
    }

    /** The mean with both biases. */
    public double rating(int user, int item) {
        return mean + users.getOrDefault(user, 0.0) + items.getOrDefault(item, 0.0);
    }
}
