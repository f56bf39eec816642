package org.vitrine.datasets.projection;

import java.util.Random;

/** What t-SNE and UMAP share. */
final class Projections {
    /** More dimensions than these are first reduced to them, as is the custom: near stays near, and all goes faster. */
    private static final int DIMENSIONS = 50;

    private static final double ENOUGH = 1e-3;

    private Projections() {}

    static float[][] reduce(float[][] rows, Progress progress) {
        return rows[0].length <= DIMENSIONS
                ? rows
                : Pca.of(rows, DIMENSIONS, ENOUGH, progress).projected();
    }

    /**
     * The first two principal components, x and y one after the other, and some noise, for points that lie on each other.
     *
     * @param deviation of the first component
     */
    static double[] start(float[][] rows, double deviation, long seed, double noise) {
        float[][] plane = Pca.of(rows, 2, ENOUGH, Progress.NONE).projected();
        double squares = 0;
        for (float[] point : plane) {
            squares += point.length == 0 ? 0 : (double) point[0] * point[0];
        }
        double scale = squares == 0 ? 0 : deviation / Math.sqrt(squares / plane.length);
        Random random = new Random(seed);
        double[] points = new double[2 * rows.length];
        for (int i = 0; i < points.length; i++) {
            float[] point = plane[i / 2];
            points[i] = (i % 2 < point.length ? point[i % 2] * scale : 0) + noise * random.nextGaussian();
        }
        return points;
    }

    /** One or two points need no method. */
    static float[][] few(float[][] rows) {
        float[][] places = new float[rows.length][2];
        for (int i = 0; i < places.length; i++) {
            places[i][0] = i;
        }
        return places;
    }

    static void centre(double[] points) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < points.length; i += 2) {
            x += points[i];
            y += points[i + 1];
        }
        for (int i = 0; i < points.length; i += 2) {
            points[i] -= 2 * x / points.length;
            points[i + 1] -= 2 * y / points.length;
        }
    }

    static float[][] rows(double[] points) {
        float[][] rows = new float[points.length / 2][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {(float) points[2 * i], (float) points[2 * i + 1]};
        }
        return rows;
    }
}
