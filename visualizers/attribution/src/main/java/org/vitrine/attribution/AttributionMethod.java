package org.vitrine.attribution;

import org.vitrine.datasets.Tensor;

/**
 * A way to say how much each input value counts for a score. One class per method; to add one, implement this and name it
 * in {@link AttributionMethods}. Methods hold no state and may be used by several threads.
 */
public interface AttributionMethod {

    /** The name used on the command line and in files, such as {@code integrated-gradients}. */
    String id();

    /** Whether the method can explain this model at all; Grad-CAM needs convolutions. */
    default boolean supports(DifferentiableModel model) {
        return true;
    }

    /**
     * Whether the relevance says how much the score would react to a change, rather than what a value contributes to it. Reactions
     * of the channels of a pixel or the features of a token can not be added; {@link Reductions} takes their size instead.
     */
    default boolean isSensitivity() {
        return false;
    }

    /**
     * Explains the score of {@code target} for one input.
     *
     * @param input [...input shape]
     * @throws IllegalArgumentException if the target, the baseline's shape or the layer does not fit the model
     */
    Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options);
}
