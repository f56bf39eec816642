package org.vitrine.attribution;

import org.vitrine.datasets.Tensor;

/**
 * What inputs of the training data look like.
 *
 * @param mean input, of the input's shape
 * @param examples some inputs, [n, ...input shape]
 */
public record Background(Tensor mean, Tensor examples) {

    /** The least value of any example. */
    public float least() {
        float least = Float.POSITIVE_INFINITY;
        for (float value : examples.values()) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** The greatest value of any example. */
    public float most() {
        float most = Float.NEGATIVE_INFINITY;
        for (float value : examples.values()) {
            most = Math.max(most, value);
        }
        return most;
    }
}
