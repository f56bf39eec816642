package org.vitrine.attribution.methods.rules;

import java.util.List;
import java.util.Optional;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BackwardRule;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Tensor;

/**
 * The score, handed back from layer to layer until it reaches the input (Bach et al. 2015). Each sum shares out what it got by what
 * each term contributed to it; activations hand on what they got, maxima give it to the winner. What a bias contributed stays
 * there, so that relevances of networks without biases add up to the score. Variants differ in the terms that count.
 */
abstract class LayerwiseRelevance implements AttributionMethod {
    /** Added to the size of a sum, so that small ones do not share out more than they got. */
    static final MethodOption.Decimal EPSILON = new MethodOption.Decimal("epsilon", 1e-9, 10, 0.01);

    abstract BackwardRule.Relevance rule(AttributionOptions options);

    @Override
    public MethodFamily family() {
        return MethodFamily.RULES;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(EPSILON);
    }

    @Override
    public Optional<String> refusal(ModelFacts model) {
        return RuleMethod.refusal("LRP", model, activation -> switch (activation) {
            case SIGMOID -> Optional.of("it is not 0 at 0, so that relevance would come from nothing");
            case SOFTMAX -> Optional.of("it is no function of one value");
            default -> Optional.empty();
        });
    }

    @Override
    public Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        return Attribution.withoutPromise(
                model.propagate(input, target, rule(options)), Inputs.score(model, input, target), true);
    }
}
