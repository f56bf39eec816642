package org.vitrine.datasets.projection;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The best approximations of a symmetric matrix's eigenvectors in a space (Rayleigh-Ritz).
 *
 * @param values the greatest first
 * @param vectors likewise
 * @param images the matrix times each vector
 */
record Ritz(double[] values, double[][] vectors, double[][] images) {
    private static final int SWEEPS = 100;

    /**
     * Finds them.
     *
     * @param basis orthonormal
     * @param images the matrix times each vector of the basis
     */
    static Ritz of(double[][] basis, double[][] images) {
        int n = basis.length;
        double[][] small = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                small[i][j] = (Orthonormal.dot(basis[i], images[j]) + Orthonormal.dot(basis[j], images[i])) / 2;
                small[j][i] = small[i][j];
            }
        }
        double[][] turns = diagonalise(small);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -small[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        double[][] turned = new double[n][];
        for (int i = 0; i < n; i++) {
            values[i] = small[order[i]][order[i]];
            vectors[i] = combine(basis, turns, order[i]);
            turned[i] = combine(images, turns, order[i]);
        }
        return new Ritz(values, vectors, turned);
    }

    /** How far the first few are from eigenvectors, at worst. */
    double residual(int count) {
        double worst = 0;
        for (int i = 0; i < count; i++) {
            double squares = 0;
            for (int k = 0; k < vectors[i].length; k++) {
                double off = images[i][k] - values[i] * vectors[i][k];
                squares += off * off;
            }
            worst = Math.max(worst, Math.sqrt(squares));
        }
        return worst;
    }

    private static double[] combine(double[][] rows, double[][] turns, int column) {
        double[] sum = new double[rows.length == 0 ? 0 : rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            double share = turns[r][column];
            for (int k = 0; k < sum.length; k++) {
                sum[k] += share * rows[r][k];
            }
        }
        return sum;
    }

    /** Makes a symmetric matrix diagonal by rotations (Jacobi 1846); returns the eigenvectors as columns. */
    private static double[][] diagonalise(double[][] a) {
        int n = a.length;
        double[][] turns = new double[n][n];
        for (int i = 0; i < n; i++) {
            turns[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double off = 0;
            double all = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    all += a[i][j] * a[i][j];
                    off += i == j ? 0 : a[i][j] * a[i][j];
                }
            }
            if (off <= 1e-30 * all) {
                break;
            }
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, turns, p, q);
                }
            }
        }
        return turns;
    }

    private static void rotate(double[][] a, double[][] turns, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            double tp = turns[k][p];
            double tq = turns[k][q];
            turns[k][p] = c * tp - s * tq;
            turns[k][q] = s * tp + c * tq;
        }
    }
}
