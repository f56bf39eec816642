package org.vitrine.datasets.projection;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Principal components (Pearson 1901, Hotelling 1933): the directions in which centred points vary most, found by subspace
 * iteration with Rayleigh-Ritz until each is an eigenvector of the covariance to within rounding. The coordinate of
 * greatest weight of each component is positive, so that its sign does not depend on chance.
 *
 * @param components by component and dimension, of length 1
 * @param variances along each component, with n - 1 in the denominator, the greatest first
 * @param totalVariance over all dimensions
 * @param projected by point and component
 */
public record Pca(double[][] components, double[] variances, double totalVariance, float[][] projected) {
    private static final int MORE = 8;
    private static final int ROUNDS = 500;
    /** As near to eigenvectors as rounding lets them come. */
    private static final double EXACT = 1e-10;

    private static final int STRIDE = 512;

    /** Finds so many components, or fewer if the points have fewer dimensions. */
    public static Pca of(float[][] points, int count, Progress progress) {
        return of(points, count, EXACT, progress);
    }

    /** @param precision how far components may be from eigenvectors, as a share of the greatest variance */
    static Pca of(float[][] points, int count, double precision, Progress progress) {
        int n = points.length;
        int width = n == 0 ? 0 : points[0].length;
        int wanted = Math.min(count, Math.min(width, Math.max(0, n - 1)));
        double[] mean = mean(points, width);
        double total = 0;
        for (float[] point : points) {
            for (int k = 0; k < width; k++) {
                total += (point[k] - mean[k]) * (point[k] - mean[k]) / Math.max(1, n - 1);
            }
        }
        int block = Math.min(Math.min(width, n), 2 * wanted + MORE);
        double[][] basis = start(block, width);
        double[] values = new double[block];
        for (int round = 0; round < ROUNDS && wanted > 0 && total > 0; round++) {
            double[][] image = covariance(points, mean, basis);
            Ritz ritz = Ritz.of(basis, image);
            values = ritz.values();
            double worst = ritz.residual(wanted);
            basis = ritz.vectors();
            if (worst <= precision * values[0]) {
                break;
            }
            basis = Orthonormal.of(ritz.images());
            progress.tell(Math.max(0, Math.min(0.99, Math.log(worst / values[0]) / Math.log(precision))));
        }
        double[][] components = Arrays.copyOf(basis, wanted);
        for (double[] component : components) {
            turn(component);
        }
        return new Pca(components, Arrays.copyOf(values, wanted), total, project(points, mean, components));
    }

    private static double[] mean(float[][] points, int width) {
        double[] mean = new double[width];
        for (float[] point : points) {
            for (int k = 0; k < width; k++) {
                mean[k] += point[k] / (double) points.length;
            }
        }
        return mean;
    }

    private static double[][] start(int block, int width) {
        Random random = new Random(1);
        double[][] basis = new double[block][width];
        for (double[] row : basis) {
            for (int k = 0; k < width; k++) {
                row[k] = random.nextGaussian();
            }
        }
        return Orthonormal.of(basis);
    }

    /** The covariance times each vector, without the covariance itself; parts are summed in a fixed order. */
    private static double[][] covariance(float[][] points, double[] mean, double[][] vectors) {
        int n = points.length;
        int parts = (n + STRIDE - 1) / STRIDE;
        double[][][] sums = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> partial(points, mean, vectors, part * STRIDE, Math.min(n, (part + 1) * STRIDE)))
                .toArray(double[][][]::new);
        double[][] image = new double[vectors.length][mean.length];
        for (double[][] sum : sums) {
            for (int v = 0; v < image.length; v++) {
                for (int k = 0; k < mean.length; k++) {
                    image[v][k] += sum[v][k] / Math.max(1, n - 1);
                }
            }
        }
        return image;
    }

    private static double[][] partial(float[][] points, double[] mean, double[][] vectors, int from, int to) {
        double[][] sum = new double[vectors.length][mean.length];
        double[] centred = new double[mean.length];
        for (int i = from; i < to; i++) {
            for (int k = 0; k < centred.length; k++) {
                centred[k] = points[i][k] - mean[k];
            }
            for (int v = 0; v < vectors.length; v++) {
                double dot = Orthonormal.dot(centred, vectors[v]);
                double[] row = sum[v];
                for (int k = 0; k < centred.length; k++) {
                    row[k] += dot * centred[k];
                }
            }
        }
        return sum;
    }

    private static void turn(double[] component) {
        int greatest = 0;
        for (int k = 1; k < component.length; k++) {
            greatest = Math.abs(component[k]) > Math.abs(component[greatest]) ? k : greatest;
        }
        if (component.length > 0 && component[greatest] < 0) {
            for (int k = 0; k < component.length; k++) {
                component[k] = -component[k];
            }
        }
    }

    private static float[][] project(float[][] points, double[] mean, double[][] components) {
        float[][] projected = new float[points.length][components.length];
        IntStream.range(0, points.length).parallel().forEach(i -> {
            for (int c = 0; c < components.length; c++) {
                double sum = 0;
                for (int k = 0; k < mean.length; k++) {
                    sum += (points[i][k] - mean[k]) * components[c][k];
                }
                projected[i][c] = (float) sum;
            }
        });
        return projected;
    }
}
