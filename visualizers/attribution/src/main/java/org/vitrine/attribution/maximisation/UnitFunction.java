package org.vitrine.attribution.maximisation;

import org.vitrine.attribution.methods.perturbation.Rise;
import org.vitrine.datasets.Tensor;

/** A unit of a trained model as a function of one input. */
@FunctionalInterface
public interface UnitFunction {

    /**
     * The unit's activation and its gradient at an input.
     *
     * @param input [...input shape]
     */
    Rise at(Tensor input);

    /**
     * Where the function is, and which way it goes up.
     *
     * @param gradient of the input's shape
     */
    record Rise(double activation, Tensor gradient) {}
}
