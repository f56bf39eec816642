package org.vitrine.datasets.check;

import java.util.List;
import org.vitrine.datasets.random.Draw;

/**
 * The directions along which a sample varies most, by power iteration. Along a direction of length 1 two points are never
 * further apart than in space, so points that are apart there need no closer look.
 */
final class Directions {
    static final int COUNT = 4;
    private static final int ROUNDS = 6;

    private final double[] mean;
    private final double[][] directions = new double[COUNT][];
    private final double typical;

    /** @param sample at least two points */
    Directions(List<float[]> sample) {
        int width = sample.stream().mapToInt(point -> point.length).max().orElse(0);
        mean = new double[width];
        for (float[] point : sample) {
            for (int i = 0; i < point.length; i++) {
                mean[i] += point[i] / (double) sample.size();
            }
        }
        double squares = 0;
        for (float[] point : sample) {
            for (int i = 0; i < width; i++) {
                squares += Math.pow(centred(point, i), 2);
            }
        }
        typical = Math.sqrt(2 * squares / sample.size());
        Draw draw = new Draw(1);
        for (int k = 0; k < COUNT; k++) {
            double[] direction = new double[width];
            for (int i = 0; i < width; i++) {
                direction[i] = draw.gaussian();
            }
            directions[k] = normalise(direction, k);
            for (int round = 0; round < ROUNDS; round++) {
                directions[k] = normalise(pulled(sample, directions[k]), k);
            }
        }
    }

    /** Root mean square distance of two points of the sample. */
    double typicalDistance() {
        return typical;
    }

    /** Where a point stands along each direction; places that it lacks count as 0. */
    double[] project(float[] point) {
        double[] places = new double[COUNT];
        for (int k = 0; k < COUNT; k++) {
            places[k] = dot(point, directions[k]);
        }
        return places;
    }

    private double[] pulled(List<float[]> sample, double[] direction) {
        double[] sum = new double[direction.length];
        for (float[] point : sample) {
            double place = 0;
            for (int i = 0; i < direction.length; i++) {
                place += centred(point, i) * direction[i];
            }
            for (int i = 0; i < direction.length; i++) {
                sum[i] += place * centred(point, i);
            }
        }
        return sum;
    }

    /** At right angles to the earlier directions and of length 1; of length 0 if nothing is left. */
    private double[] normalise(double[] direction, int earlier) {
        for (int k = 0; k < earlier; k++) {
            double shared = 0;
            for (int i = 0; i < direction.length; i++) {
                shared += direction[i] * directions[k][i];
            }
            for (int i = 0; i < direction.length; i++) {
                direction[i] -= shared * directions[k][i];
            }
        }
        double squares = 0;
        for (double value : direction) {
            squares += value * value;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < direction.length; i++) {
            direction[i] = length > 1e-12 ? direction[i] / length : 0;
        }
        return direction;
    }

    private double centred(float[] point, int i) {
        return (i < point.length ? point[i] : 0) - mean[i];
    }

    private static double dot(float[] point, double[] direction) {
        double sum = 0;
        for (int i = 0; i < Math.min(point.length, direction.length); i++) {
            sum += point[i] * direction[i];
        }
        return sum;
    }
}
