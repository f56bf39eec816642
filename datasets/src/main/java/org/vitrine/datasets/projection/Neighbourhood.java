package org.vitrine.datasets.projection;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest other points of each point, nearest first, found by comparing all with all.
 *
 * @param indices by point
 * @param distances by point
 */
public record Neighbourhood(int[][] indices, float[][] distances) {
    private static final int STRIDE = 256;

    /** The {@code count} nearest of each point by Euclidean distance; equally near ones by their index. */
    public static Neighbourhood of(float[][] points, int count, Progress progress) {
        int n = points.length;
        int most = Math.max(0, Math.min(count, n - 1));
        int[][] indices = new int[n][];
        float[][] distances = new float[n][];
        for (int start = 0; start < n; start += STRIDE) {
            progress.tell((double) start / n);
            IntStream.range(start, Math.min(n, start + STRIDE)).parallel().forEach(i -> {
                Nearest nearest = new Nearest(most);
                for (int j = 0; j < n; j++) {
                    if (j != i) {
                        nearest.offer(j, Metric.squared(points[i], points[j]));
                    }
                }
                indices[i] = nearest.indices;
                distances[i] = nearest.roots();
            });
        }
        return new Neighbourhood(indices, distances);
    }

    /** The nearest other points of one. */
    public static int[] around(float[][] points, int chosen, int count, Metric metric) {
        Nearest nearest = new Nearest(Math.max(0, Math.min(count, points.length - 1)));
        for (int j = 0; j < points.length; j++) {
            if (j != chosen) {
                nearest.offer(j, (float) metric.distance(points[chosen], points[j]));
            }
        }
        return nearest.indices;
    }

    /** Keeps the least of what it is offered, in order. */
    private static final class Nearest {
        private final int[] indices;
        private final float[] values;
        private int size;

        Nearest(int most) {
            indices = new int[most];
            values = new float[most];
            Arrays.fill(values, Float.POSITIVE_INFINITY);
        }

        void offer(int index, float value) {
            if (values.length == 0 || (size == values.length && value >= values[size - 1])) {
                return;
            }
            int place = size < values.length ? size++ : size - 1;
            while (place > 0 && values[place - 1] > value) {
                values[place] = values[place - 1];
                indices[place] = indices[place - 1];
                place--;
            }
            values[place] = value;
            indices[place] = index;
        }

        float[] roots() {
            float[] roots = new float[values.length];
            for (int i = 0; i < roots.length; i++) {
                roots[i] = (float) Math.sqrt(values[i]);
            }
            return roots;
        }
    }
}
