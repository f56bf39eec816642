package org.vitrine.attribution.neighbours;

import java.util.Arrays;
import java.util.Optional;
import org.vitrine.datasets.Tensor;

/** How far apart two examples are in what leaves a layer. */
public enum Distance {
    /** One less the cosine of the angle between them, 0 to 2; 1 where either is zero, since that has no direction. */
    COSINE {
        @Override
        double of(float[] a, int from, float[] b) {
            double dot = 0;
            double squaresA = 0;
            double squaresB = 0;
            for (int i = 0; i < b.length; i++) {
                dot += (double) a[from + i] * b[i];
                squaresA += (double) a[from + i] * a[from + i];
                squaresB += (double) b[i] * b[i];
            }
            return squaresA == 0 || squaresB == 0 ? 1 : Math.max(0, 1 - dot / Math.sqrt(squaresA * squaresB));
        }
    },
    /** The length of their difference. */
    EUCLIDEAN {
        @Override
        double of(float[] a, int from, float[] b) {
            double squares = 0;
            for (int i = 0; i < b.length; i++) {
                double difference = (double) a[from + i] - b[i];
                squares += difference * difference;
            }
            return Math.sqrt(squares);
        }
    };

    /** Between {@code b} and as many values of {@code a}, the first of which is at {@code from}. */
    abstract double of(float[] a, int from, float[] b);

    /** The name in questions and files. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The one of this id, if there is one. */
    public static Optional<Distance> byId(String id) {
        return Arrays.stream(values())
                .filter(distance -> distance.id().equals(id))
                .findFirst();
    }

    /**
     * How far each example is from one.
     *
     * @param rows [n, values]
     * @param one [values]
     */
    public double[] toAll(Tensor rows, Tensor one) {
        if (rows.size() != rows.rows() * one.size()) {
            throw new IllegalArgumentException(one + " does not fit rows of " + rows);
        }
        double[] distances = new double[rows.rows()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = of(rows.values(), i * one.size(), one.values());
        }
        return distances;
    }
}
