package org.vitrine.attribution;

import org.vitrine.datasets.Tensor;

/**
 * A way to say how much each input value counts for a score. One class per method; to add one, implement this and name it
 * in {@link AttributionMethods}.
 */
public interface AttributionMethod {

    /** The name used on the command line and in files, such as {@code integrated-gradients}. */
    String id();

    /** Whether the method can explain this model at all; Grad-CAM needs convolutions. */
    default boolean supports(DifferentiableModel model) {
        return true;
    }

    /**
     * Explains the score of {@code target} for one input.
     *
     * @param input [...input shape]
     */
    Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options);
}
