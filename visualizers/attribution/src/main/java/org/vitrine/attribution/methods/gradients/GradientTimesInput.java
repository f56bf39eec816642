package org.vitrine.attribution.methods.gradients;

import java.util.List;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BaselineMethod;
import org.vitrine.attribution.Baselines;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.datasets.Tensor;

/**
 * Gradient times (input - baseline): the first-order share of each value in the score (Shrikumar et al. 2016). Exact for linear
 * models.
 */
public final class GradientTimesInput extends BaselineMethod {

    @Override
    public String id() {
        return "gradient-x-input";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.GRADIENTS;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(Baselines.OPTION, AttributionOptions.SEED);
    }

    @Override
    protected Tensor relevance(Comparison at) {
        Tensor input = at.input();
        float[] relevance = at.model()
                .gradient(Inputs.stack(input.shape(), input.values()), at.target())
                .gradient()
                .values()
                .clone();
        for (int i = 0; i < relevance.length; i++) {
            relevance[i] *= input.values()[i] - at.baseline()[i];
        }
        return new Tensor(input.shape(), relevance);
    }
}
