package org.vitrine.attribution;

import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Tensor;

/**
 * A way to say how much each input value counts for a score. One class per method; to add one, implement this, name it
 * in {@code AttributionMethods} and write its texts into {@code attribution.properties}. Methods hold no state and may be used by
 * several threads.
 */
public interface AttributionMethod {

    /** The name used on the command line and in files, such as {@code integrated-gradients}. */
    String id();

    MethodFamily family();

    /** What the method may be told beyond the input and the target. */
    default List<MethodOption> options() {
        return List.of();
    }

    /** Whether the method needs so many passes that it should be computed only for who asks for it. */
    default boolean isExpensive() {
        return false;
    }

    /** Why the method can not explain such a model, in words, though others may; empty if it can. */
    default Optional<String> refusal(ModelFacts model) {
        return Optional.empty();
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
     * @throws IllegalArgumentException if the target, an option, the baseline's shape or the layer does not fit the model
     * @throws java.util.concurrent.CancellationException if the options' progress stops it
     */
    Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options);
}
