package org.vitrine.attribution;

import java.util.List;
import org.vitrine.datasets.Tensor;

/**
 * A trained model seen as scores over one example's differentiable input. For images, sequences and tables the input is
 * the example itself; for tokens it is the embedding output, [features, time], since ids have no gradient. A score is the
 * output before softmax or sigmoid (for regression the output itself), so that completeness holds without saturation.
 */
public interface DifferentiableModel {

    /** Number of scores: classes, 2 for a binary head (class 0 scores minus the logit), or target values. */
    int targets();

    /** Scores [n, targets] of inputs [n, ...input shape]. */
    Tensor scores(Tensor inputs);

    /**
     * Scores of one target and their gradients at the inputs.
     *
     * @param inputs [n, ...input shape]
     * @return score [n], gradient of the shape of {@code inputs}
     */
    ScoredGradient gradient(Tensor inputs, int target);

    /** Names of the convolution layers that Grad-CAM can look at, in graph order; empty if there are none. */
    List<String> featureLayers();

    /**
     * Activations of a convolution layer and the gradient of one score at them, for one input.
     *
     * @param input [...input shape]
     */
    FeatureMaps featureMaps(Tensor input, int target, String layer);

    /**
     * Goes back from one score to one input by other rules than the chain rule. Methods that need it refuse models with layers that
     * have none.
     *
     * @param input [...input shape]
     * @return what the rule hands to the input, of its shape
     */
    default Tensor propagate(Tensor input, int target, BackwardRule rule) {
        throw new UnsupportedOperationException("This model knows no rules but the chain rule");
    }

    /** Score [n] of one target, and its gradient at each input. */
    record ScoredGradient(Tensor score, Tensor gradient) {}

    /** Activations and gradients, both [channels, height, width] or [channels, time]. */
    record FeatureMaps(Tensor activations, Tensor gradients) {}
}
