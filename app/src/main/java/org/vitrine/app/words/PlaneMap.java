package org.vitrine.app.words;

import java.util.List;
import org.vitrine.datasets.words.WordVectors;

/**
 * Words on a plane: their vectors, made of length 1, on the two directions in which these words differ most (principal
 * components).
 *
 * @param x along the first direction, one for each word
 * @param y along the second
 */
record PlaneMap(List<String> words, float[] x, float[] y) {
    static final PlaneMap EMPTY = new PlaneMap(List.of(), new float[0], new float[0]);
    private static final int ROUNDS = 200;

    PlaneMap {
        words = List.copyOf(words);
    }

    static PlaneMap of(WordVectors vectors, List<String> words) {
        double[][] rows = centred(vectors, words);
        double[] first = component(rows);
        subtract(rows, first);
        return new PlaneMap(words, floats(first), floats(component(rows)));
    }

    private static double[][] centred(WordVectors vectors, List<String> words) {
        double[][] rows = new double[words.size()][vectors.dimensions()];
        double[] mean = new double[vectors.dimensions()];
        for (int i = 0; i < rows.length; i++) {
            float[] vector = vectors.vector(words.get(i));
            double squares = 0;
            for (float value : vector) {
                squares += (double) value * value;
            }
            double length = Math.max(Math.sqrt(squares), Double.MIN_NORMAL);
            for (int k = 0; k < vector.length; k++) {
                rows[i][k] = vector[k] / length;
                mean[k] += rows[i][k] / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int k = 0; k < mean.length; k++) {
                row[k] -= mean[k];
            }
        }
        return rows;
    }

    /** Places along the first principal direction, found by power iteration; the sign makes the first word's place positive. */
    private static double[] component(double[][] rows) {
        double[] places = new double[rows.length];
        for (int i = 0; i < places.length; i++) {
            // Any start that is not at right angles to the direction will do.
            places[i] = Math.sin(i + 1.0);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] direction = direction(rows, places);
            places = along(rows, direction);
        }
        if (places.length > 0 && places[0] < 0) {
            for (int i = 0; i < places.length; i++) {
                places[i] = -places[i];
            }
        }
        return places;
    }

    private static double[] along(double[][] rows, double[] direction) {
        double[] places = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < direction.length; k++) {
                places[i] += rows[i][k] * direction[k];
            }
        }
        return places;
    }

    /** Of length 1, or 0 if all rows are 0. */
    private static double[] direction(double[][] rows, double[] places) {
        double[] sum = new double[rows.length == 0 ? 0 : rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += rows[i][k] * places[i];
            }
        }
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= Math.max(Math.sqrt(squares), Double.MIN_NORMAL);
        }
        return sum;
    }

    /** Takes the part along the found direction out of the rows. */
    private static void subtract(double[][] rows, double[] places) {
        double[] direction = direction(rows, places);
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < direction.length; k++) {
                rows[i][k] -= places[i] * direction[k];
            }
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
