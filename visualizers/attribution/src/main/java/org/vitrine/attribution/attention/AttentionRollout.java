package org.vitrine.attribution.attention;

import java.util.List;
import org.vitrine.datasets.Tensor;

/**
 * Attention rollout (Abnar, Zuidema 2020): how much of each input step reaches each step after some layers, if attention alone carried
 * it. In each layer the weights are averaged over the heads and mixed half and half with the identity, since residual connections
 * carry each step on; layers are multiplied.
 */
public final class AttentionRollout {
    private AttentionRollout() {}

    /**
     * The mean over the heads.
     *
     * @param weights [heads, query, key]
     * @return [query, key]
     */
    public static Tensor mean(Tensor weights) {
        int[] shape = weights.shape();
        int size = shape[1] * shape[2];
        float[] mean = new float[size];
        for (int i = 0; i < weights.size(); i++) {
            mean[i % size] += weights.values()[i] / shape[0];
        }
        return Tensor.of(mean, shape[1], shape[2]);
    }

    /**
     * Rolls layers out.
     *
     * @param layers weights [heads, step, step] from the input up
     * @return [step above, step of the input]; rows sum to one where the weights' rows do
     * @throws IllegalArgumentException if layers are not square or not alike in length, as where a decoder looks at an encoder
     */
    public static Tensor of(List<Tensor> layers) {
        int steps = layers.get(0).shape()[1];
        double[][] rolled = new double[steps][steps];
        for (int i = 0; i < steps; i++) {
            rolled[i][i] = 1;
        }
        for (Tensor layer : layers) {
            if (layer.shape()[1] != steps || layer.shape()[2] != steps) {
                throw new IllegalArgumentException("Rollout needs layers in which steps attend to the same steps");
            }
            rolled = times(mixed(mean(layer), steps), rolled);
        }
        Tensor result = Tensor.zeros(steps, steps);
        for (int i = 0; i < result.size(); i++) {
            result.values()[i] = (float) rolled[i / steps][i % steps];
        }
        return result;
    }

    /** Half the weights, half the identity. */
    private static double[][] mixed(Tensor weights, int steps) {
        double[][] mixed = new double[steps][steps];
        for (int i = 0; i < steps; i++) {
            for (int k = 0; k < steps; k++) {
                mixed[i][k] = 0.5 * weights.values()[i * steps + k] + (i == k ? 0.5 : 0);
            }
        }
        return mixed;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int m = 0; m < b.length; m++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][k] += a[i][m] * b[m][k];
                }
            }
        }
        return product;
    }
}
