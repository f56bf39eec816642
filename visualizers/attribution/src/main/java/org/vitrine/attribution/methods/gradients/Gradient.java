package org.vitrine.attribution.methods.gradients;

import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.datasets.Tensor;

/** The gradient of the score at the input (Simonyan, Vedaldi, Zisserman 2014), with its sign. */
public final class Gradient implements AttributionMethod {

    @Override
    public String id() {
        return "gradient";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.GRADIENTS;
    }

    @Override
    public boolean isSensitivity() {
        return true;
    }

    @Override
    public Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        var result = model.gradient(Inputs.stack(input.shape(), input.values()), target);
        return Attribution.withoutPromise(
                result.gradient().row(0), result.score().values()[0], true);
    }
}
