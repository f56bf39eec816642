package org.vitrine.attribution.methods.rules;

import java.util.Optional;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BackwardRule;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;

/**
 * The gradient, where each ReLU lets back only what is positive (Springenberg, Dosovitskiy, Brox, Riedmiller 2015): what excites a
 * chain of units that all speak for the score. Defined for networks of ReLUs alone.
 */
public final class GuidedBackprop implements AttributionMethod {
    private static final String TITLE = "Guided backpropagation";

    @Override
    public String id() {
        return "guided-backprop";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.RULES;
    }

    @Override
    public boolean isSensitivity() {
        return true;
    }

    @Override
    public Optional<String> refusal(ModelFacts model) {
        Optional<String> refusal = RuleMethod.refusal(
                TITLE,
                model,
                activation ->
                        activation == Activation.RELU ? Optional.empty() : Optional.of("it is defined for ReLU alone"));
        boolean none = model.layers().stream().noneMatch(node -> node.layer() instanceof ActivationLayer);
        return refusal.isEmpty() && none
                ? Optional.of(TITLE + " needs a ReLU: without one it is the gradient")
                : refusal;
    }

    @Override
    public Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        Tensor relevance = model.propagate(input, target, new BackwardRule.Guided());
        return Attribution.withoutPromise(relevance, Inputs.score(model, input, target), true);
    }
}
