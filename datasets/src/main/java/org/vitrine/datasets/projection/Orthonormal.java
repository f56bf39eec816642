package org.vitrine.datasets.projection;

/** Makes vectors orthogonal and of length 1 (modified Gram-Schmidt, twice, which is enough). */
final class Orthonormal {
    private Orthonormal() {}

    /** The same space; vectors that others span become zero. */
    static double[][] of(double[][] vectors) {
        double[][] basis = new double[vectors.length][];
        for (int v = 0; v < vectors.length; v++) {
            double[] vector = vectors[v].clone();
            double before = Math.sqrt(dot(vector, vector));
            for (int time = 0; time < 2; time++) {
                for (int other = 0; other < v; other++) {
                    double share = dot(vector, basis[other]);
                    for (int k = 0; k < vector.length; k++) {
                        vector[k] -= share * basis[other][k];
                    }
                }
            }
            double length = Math.sqrt(dot(vector, vector));
            for (int k = 0; k < vector.length; k++) {
                vector[k] = length > 1e-12 * before ? vector[k] / length : 0;
            }
            basis[v] = vector;
        }
        return basis;
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }
}
