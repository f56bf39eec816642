package org.vitrine.datasets.projection;

import java.util.Arrays;

/** How far neighbours in a projection are neighbours in truth (Venna and Kaski 2001): 1 if all are, about 0.5 by chance. */
public final class Trustworthiness {
    private Trustworthiness() {}

    /** Compares the {@code count} nearest of each point; takes as long as sorting all distances of each. */
    public static double of(float[][] points, float[][] projected, int count) {
        int n = points.length;
        Neighbourhood near = Neighbourhood.of(projected, count, Progress.NONE);
        double penalty = 0;
        for (int i = 0; i < n; i++) {
            int[] ranks = ranks(points, i);
            for (int j : near.indices()[i]) {
                penalty += Math.max(0, ranks[j] - count);
            }
        }
        return 1 - penalty * 2 / ((double) n * count * (2.0 * n - 3.0 * count - 1));
    }

    private static int[] ranks(float[][] points, int from) {
        Integer[] order = new Integer[points.length];
        Arrays.setAll(order, j -> j);
        float[] distances = new float[points.length];
        for (int j = 0; j < distances.length; j++) {
            distances[j] = j == from ? -1 : Metric.squared(points[from], points[j]);
        }
        Arrays.sort(order, (a, b) -> Float.compare(distances[a], distances[b]));
        int[] ranks = new int[points.length];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }
}
