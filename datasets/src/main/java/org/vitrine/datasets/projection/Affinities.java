package org.vitrine.datasets.projection;

import java.util.stream.IntStream;

/**
 * How near points are, as t-SNE has it (van der Maaten and Hinton 2008): each point has a normal distribution around it that
 * is so wide that it has as many effective neighbours as the perplexity; both directions are averaged, and all sum to 1.
 */
final class Affinities {
    private static final int ROUNDS = 100;
    private static final double PRECISION = 1e-10;

    private Affinities() {}

    static SparseRows of(Neighbourhood near, double perplexity) {
        int n = near.indices().length;
        double entropy = Math.log(perplexity);
        double[][] shares = new double[n][];
        IntStream.range(0, n).parallel().forEach(i -> shares[i] = shares(near.distances()[i], entropy));
        return SparseRows.symmetric(near.indices(), shares, (one, other) -> (one + other) / (2 * n));
    }

    /** The shares of one point's neighbours, by bisection of the distribution's precision. */
    private static double[] shares(float[] distances, double entropy) {
        double precision = 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double[] shares = new double[distances.length];
        for (int round = 0; round < ROUNDS; round++) {
            double off = fill(shares, distances, precision) - entropy;
            if (Math.abs(off) < PRECISION) {
                break;
            }
            if (off > 0) {
                low = precision;
                precision = Double.isInfinite(high) ? precision * 2 : (precision + high) / 2;
            } else {
                high = precision;
                precision = (low + precision) / 2;
            }
        }
        return shares;
    }

    /** Fills in the shares at a precision and returns their entropy. */
    private static double fill(double[] shares, float[] distances, double precision) {
        if (shares.length == 0) {
            return 0;
        }
        double nearest = (double) distances[0] * distances[0];
        double sum = 0;
        double moment = 0;
        for (int k = 0; k < shares.length; k++) {
            double beyond = (double) distances[k] * distances[k] - nearest;
            shares[k] = Math.exp(-precision * beyond);
            sum += shares[k];
            moment += beyond * shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return Math.log(sum) + precision * moment / sum;
    }
}
