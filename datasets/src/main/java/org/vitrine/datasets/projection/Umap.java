package org.vitrine.datasets.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Uniform manifold approximation and projection (McInnes, Healy and Melville 2018). Starts from the first two principal
 * components and draws from a seeded stream on one thread, so that the same points and settings give the same picture.
 */
public final class Umap {
    private static final int NEGATIVES = 5;
    private static final double CLIP = 4;
    private static final double SPREAD = 10 / 3.0;
    private static final int SEARCH = 64;
    private static final double TOLERANCE = 1e-5;
    private static final double LEAST_SCALE = 1e-3;
    /** The curve 1 / (1 + a d^(2b)) that fits a minimal distance of 0.1 and a spread of 1 best. */
    private static final double A = 1.5769434603113077;

    private static final double B = 0.8950608779109733;

    /**
     * What can be set.
     *
     * @param neighbours of each point that count, itself among them
     */
    public record Settings(int neighbours, int epochs, long seed) {
        public static final Settings DEFAULT = new Settings(15, 300, 1);
    }

    /** A pair that attract each other, and how often. */
    private record Pull(int from, int to, double every) {}

    private final double[] points;
    private final Random random;

    private Umap(double[] points, long seed) {
        this.points = points;
        this.random = new Random(seed);
    }

    /** Puts points into a plane: [x, y] of each. */
    public static float[][] of(float[][] rows, Settings settings, Progress progress) {
        if (rows.length < 3) {
            return Projections.few(rows);
        }
        float[][] reduced = Projections.reduce(rows, progress.part(0, 0.1));
        Neighbourhood near = Neighbourhood.of(reduced, settings.neighbours() - 1, progress.part(0.1, 0.35));
        SparseRows graph = graph(near, settings.neighbours());
        Umap umap = new Umap(Projections.start(reduced, SPREAD, settings.seed(), 1e-4), settings.seed());
        umap.arrange(pulls(graph, settings.epochs()), settings.epochs(), progress.part(0.35, 1));
        Projections.centre(umap.points);
        return Projections.rows(umap.points);
    }

    /** How sure it is that two points are connected: for each point its nearest neighbour surely is. */
    static SparseRows graph(Neighbourhood near, int neighbours) {
        int n = near.indices().length;
        double[][] weights = new double[n][];
        double mean = 0;
        for (float[] distances : near.distances()) {
            for (float distance : distances) {
                mean += distance / ((double) n * neighbours);
            }
        }
        for (int i = 0; i < n; i++) {
            weights[i] = weights(near.distances()[i], neighbours, mean);
        }
        return SparseRows.symmetric(near.indices(), weights, (one, other) -> one + other - one * other);
    }

    private static double[] weights(float[] distances, int neighbours, double meanOfAll) {
        double nearest = 0;
        double mean = 0;
        for (float distance : distances) {
            nearest = nearest == 0 ? distance : nearest;
            mean += distance / (double) neighbours;
        }
        double target = Math.log(neighbours) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double scale = 1;
        for (int round = 0; round < SEARCH; round++) {
            double sum = 0;
            for (float distance : distances) {
                sum += distance > nearest ? Math.exp(-(distance - nearest) / scale) : 1;
            }
            if (Math.abs(sum - target) < TOLERANCE) {
                break;
            }
            if (sum > target) {
                high = scale;
                scale = (low + high) / 2;
            } else {
                low = scale;
                scale = Double.isInfinite(high) ? 2 * scale : (low + high) / 2;
            }
        }
        double least = LEAST_SCALE * (nearest > 0 ? mean : meanOfAll);
        double[] weights = new double[distances.length];
        for (int k = 0; k < weights.length; k++) {
            double beyond = distances[k] - nearest;
            weights[k] = beyond <= 0 ? 1 : Math.exp(-beyond / Math.max(scale, least));
        }
        return weights;
    }

    private static List<Pull> pulls(SparseRows graph, int epochs) {
        double most = 0;
        for (double[] row : graph.values()) {
            for (double value : row) {
                most = Math.max(most, value);
            }
        }
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < graph.size(); i++) {
            for (int k = 0; k < graph.columns()[i].length; k++) {
                double value = graph.values()[i][k];
                if (value >= most / epochs) {
                    pulls.add(new Pull(i, graph.columns()[i][k], most / value));
                }
            }
        }
        return pulls;
    }

    private void arrange(List<Pull> pulls, int epochs, Progress progress) {
        double[] next = pulls.stream().mapToDouble(Pull::every).toArray();
        double[] nextNegative =
                pulls.stream().mapToDouble(pull -> pull.every() / NEGATIVES).toArray();
        int n = points.length / 2;
        for (int epoch = 0; epoch < epochs; epoch++) {
            progress.tell((double) epoch / epochs);
            double rate = 1 - (double) epoch / epochs;
            for (int e = 0; e < next.length; e++) {
                if (next[e] > epoch) {
                    continue;
                }
                Pull pull = pulls.get(e);
                attract(pull.from(), pull.to(), rate);
                next[e] += pull.every();
                double everyNegative = pull.every() / NEGATIVES;
                int count = (int) ((epoch - nextNegative[e]) / everyNegative);
                for (int s = 0; s < count; s++) {
                    repel(pull.from(), random.nextInt(n), rate);
                }
                nextNegative[e] += count * everyNegative;
            }
        }
    }

    private void attract(int one, int other, double rate) {
        double wayX = points[2 * one] - points[2 * other];
        double wayY = points[2 * one + 1] - points[2 * other + 1];
        double squared = wayX * wayX + wayY * wayY;
        if (squared > 0) {
            double power = Math.pow(squared, B);
            double pull = -2 * A * B * power / squared / (1 + A * power);
            double moveX = rate * clip(pull * wayX);
            double moveY = rate * clip(pull * wayY);
            points[2 * one] += moveX;
            points[2 * one + 1] += moveY;
            points[2 * other] -= moveX;
            points[2 * other + 1] -= moveY;
        }
    }

    private void repel(int one, int other, double rate) {
        double wayX = points[2 * one] - points[2 * other];
        double wayY = points[2 * one + 1] - points[2 * other + 1];
        double squared = wayX * wayX + wayY * wayY;
        if (squared > 0) {
            double push = 2 * B / ((0.001 + squared) * (1 + A * Math.pow(squared, B)));
            points[2 * one] += rate * clip(push * wayX);
            points[2 * one + 1] += rate * clip(push * wayY);
        }
    }

    private static double clip(double value) {
        return Math.max(-CLIP, Math.min(CLIP, value));
    }
}
