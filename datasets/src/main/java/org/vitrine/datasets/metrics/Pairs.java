package org.vitrine.datasets.metrics;

import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Distances between all pairs of embeddings.
 *
 * @param friends of one class
 * @param strangers of two classes
 */
public record Pairs(double[] friends, double[] strangers) {

    /**
     * Measures them.
     *
     * @param embeddings [n, width] row by row
     */
    public static Pairs of(double[] embeddings, int[] classes) {
        int width = classes.length == 0 ? 0 : embeddings.length / classes.length;
        DoubleStream.Builder friends = DoubleStream.builder();
        DoubleStream.Builder strangers = DoubleStream.builder();
        for (int i = 0; i < classes.length; i++) {
            for (int j = i + 1; j < classes.length; j++) {
                double distance = Math.sqrt(Neighbours.distance(embeddings, i * width, j * width, width));
                (classes[i] == classes[j] ? friends : strangers).add(distance);
            }
        }
        return new Pairs(friends.build().toArray(), strangers.build().toArray());
    }

    /** How well a threshold tells them apart; empty if there are no pairs of one kind. */
    public Optional<Roc> roc() {
        return friends.length == 0 || strangers.length == 0
                ? Optional.empty()
                : Optional.of(Roc.of(friends, strangers));
    }
}
