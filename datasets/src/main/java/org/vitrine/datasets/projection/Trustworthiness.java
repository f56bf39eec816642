package org.vitrine.datasets.projection;

import java.util.Arrays;

/** How far neighbours in a projection are neighbours in truth (Venna and Kaski 2001): 1 if all are, about 0.5 by chance. */
public final class Trustworthiness {
    private static final int NEIGHBOURS = 10;

    private Trustworthiness() {}

    /**
     * Of at most so many points, evenly spread over all, with their ten nearest; NaN if there are too few to tell. Takes as long as
     * sorting {@code most} distances as many times: about a second for 1000 points of 500 dimensions.
     *
     * @throws java.util.concurrent.CancellationException if the progress says that nobody waits any more
     */
    public static double ofSample(float[][] points, float[][] projected, int most, Progress progress) {
        int n = Math.min(most, points.length);
        if (n < 4 * NEIGHBOURS) {
            return Double.NaN;
        }
        float[][] some = new float[n][];
        float[][] places = new float[n][];
        for (int i = 0; i < n; i++) {
            int from = (int) ((long) i * points.length / n);
            some[i] = points[from];
            places[i] = projected[from];
        }
        return of(some, places, NEIGHBOURS, progress);
    }

    /** Compares the {@code count} nearest of each point; takes as long as sorting all distances of each. */
    public static double of(float[][] points, float[][] projected, int count) {
        return of(points, projected, count, Progress.NONE);
    }

    private static double of(float[][] points, float[][] projected, int count, Progress progress) {
        int n = points.length;
        Neighbourhood near = Neighbourhood.of(projected, count, Progress.NONE);
        double penalty = 0;
        for (int i = 0; i < n; i++) {
            progress.tell((double) i / n);
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
