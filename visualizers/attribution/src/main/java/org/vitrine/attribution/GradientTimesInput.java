package org.vitrine.attribution;

import org.vitrine.datasets.Tensor;

/**
 * Gradient times (input - baseline): the first-order share of each value in the score (Shrikumar et al. 2016). Exact for linear
 * models.
 */
public final class GradientTimesInput implements AttributionMethod {

    @Override
    public String id() {
        return "gradient-x-input";
    }

    @Override
    public Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        float[] baseline = Inputs.baseline(input, options);
        var result = model.gradient(Inputs.stack(input.shape(), input.values()), target);
        float[] relevance = result.gradient().values().clone();
        for (int i = 0; i < relevance.length; i++) {
            relevance[i] *= input.values()[i] - baseline[i];
        }
        return Attribution.withoutPromise(
                new Tensor(input.shape(), relevance), result.score().values()[0], true);
    }
}
