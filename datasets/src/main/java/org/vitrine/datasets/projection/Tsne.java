package org.vitrine.datasets.projection;

import java.util.stream.IntStream;

/**
 * t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008) with the approximation of Barnes and Hut (van
 * der Maaten 2014). Starts from the first two principal components (Kobak and Berens 2019), so that the same points and
 * settings give the same picture.
 */
public final class Tsne {
    private static final double EXAGGERATION = 12;
    private static final int EXAGGERATED = 250;
    private static final double LEAST_GAIN = 0.01;
    private static final double START = 1e-4;
    private static final int CHUNK = 256;

    /**
     * What can be set.
     *
     * @param perplexity how many neighbours count
     * @param theta precision of the approximation; 0 is exact
     */
    public record Settings(double perplexity, int iterations, double theta, long seed) {
        public static final Settings DEFAULT = new Settings(30, 1000, 0.5, 1);
    }

    private final SparseRows affinities;
    private final double theta;
    private final double[] points;

    private Tsne(SparseRows affinities, double theta, double[] points) {
        this.affinities = affinities;
        this.theta = theta;
        this.points = points;
    }

    /** Puts points into a plane: [x, y] of each. */
    public static float[][] of(float[][] rows, Settings settings, Progress progress) {
        int n = rows.length;
        if (n < 3) {
            return Projections.few(rows);
        }
        double perplexity = Math.max(1, Math.min(settings.perplexity(), (n - 1) / 3.0));
        float[][] reduced = Projections.reduce(rows, progress.part(0, 0.05));
        Neighbourhood near = Neighbourhood.of(reduced, (int) Math.ceil(3 * perplexity), progress.part(0.05, 0.2));
        Tsne tsne = new Tsne(
                Affinities.of(near, perplexity),
                settings.theta(),
                Projections.start(reduced, START, settings.seed(), START * 1e-2));
        tsne.descend(settings.iterations(), progress.part(0.2, 1));
        return Projections.rows(tsne.points);
    }

    private void descend(int iterations, Progress progress) {
        double rate = Math.max(50, affinities.size() / EXAGGERATION / 4);
        double[] speed = new double[points.length];
        double[] gains = new double[points.length];
        java.util.Arrays.fill(gains, 1);
        for (int iteration = 0; iteration < iterations; iteration++) {
            progress.tell((double) iteration / iterations);
            boolean early = iteration < Math.min(EXAGGERATED, iterations / 4);
            double[] gradient = gradient(early ? EXAGGERATION : 1);
            double momentum = early ? 0.5 : 0.8;
            for (int i = 0; i < points.length; i++) {
                gains[i] = gradient[i] * speed[i] < 0 ? gains[i] + 0.2 : Math.max(LEAST_GAIN, gains[i] * 0.8);
                speed[i] = momentum * speed[i] - rate * gains[i] * gradient[i];
                points[i] += speed[i];
            }
            Projections.centre(points);
        }
    }

    /** The gradient of the Kullback-Leibler divergence at the points. */
    private double[] gradient(double exaggeration) {
        int n = affinities.size();
        QuadTree tree = new QuadTree(points);
        double[] gradient = new double[points.length];
        double[] pushes = new double[points.length];
        double[] sums = new double[n];
        IntStream.range(0, (n + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            int[] stack = new int[QuadTree.stackSize()];
            double[] push = new double[3];
            for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1) * CHUNK); i++) {
                double x = points[2 * i];
                double y = points[2 * i + 1];
                tree.repel(x, y, theta, push, stack);
                pushes[2 * i] = push[0];
                pushes[2 * i + 1] = push[1];
                sums[i] = push[2];
                attract(i, x, y, exaggeration, gradient);
            }
        });
        double all = 0;
        for (double sum : sums) {
            all += sum;
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = 4 * (gradient[i] - pushes[i] / all);
        }
        return gradient;
    }

    private void attract(int i, double x, double y, double exaggeration, double[] gradient) {
        int[] columns = affinities.columns()[i];
        double[] values = affinities.values()[i];
        double sumX = 0;
        double sumY = 0;
        for (int k = 0; k < columns.length; k++) {
            double wayX = x - points[2 * columns[k]];
            double wayY = y - points[2 * columns[k] + 1];
            double pull = exaggeration * values[k] / (1 + wayX * wayX + wayY * wayY);
            sumX += pull * wayX;
            sumY += pull * wayY;
        }
        gradient[2 * i] = sumX;
        gradient[2 * i + 1] = sumY;
    }

    /** The gradient at given places, for tests. */
    static double[] gradient(SparseRows affinities, double[] places, double theta) {
        return new Tsne(affinities, theta, places).gradient(1);
    }
}
