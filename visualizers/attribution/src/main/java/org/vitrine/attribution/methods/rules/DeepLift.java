package org.vitrine.attribution.methods.rules;

import java.util.List;
import java.util.Optional;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BackwardRule;
import org.vitrine.attribution.BaselineMethod;
import org.vitrine.attribution.Baselines;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;

/**
 * (Input - baseline) times multipliers that go back through the network by the rescale rule (Shrikumar, Greenside, Kundaje 2017):
 * each activation has the slope of the line from its value at the baseline to that at the input. The relevances add up to the
 * difference between the scores. Maxima share by who wins at the input and who at the baseline.
 */
public final class DeepLift extends BaselineMethod {

    @Override
    public String id() {
        return "deeplift";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.RULES;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(Baselines.OPTION, AttributionOptions.SEED);
    }

    @Override
    public Optional<String> refusal(ModelFacts model) {
        return RuleMethod.refusal(
                "DeepLIFT",
                model,
                activation -> activation == Activation.SOFTMAX
                        ? Optional.of("its rescale rule is for functions of one value")
                        : Optional.empty());
    }

    @Override
    protected boolean promisesCompleteness() {
        return true;
    }

    @Override
    protected Tensor relevance(Comparison at) {
        Tensor input = at.input();
        Tensor baseline = new Tensor(input.shape(), at.baseline());
        float[] relevance = at.model()
                .propagate(input, at.target(), new BackwardRule.Rescale(baseline))
                .values()
                .clone();
        for (int i = 0; i < relevance.length; i++) {
            relevance[i] *= input.values()[i] - at.baseline()[i];
        }
        return new Tensor(input.shape(), relevance);
    }
}
