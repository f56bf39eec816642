package org.vitrine.attribution.effects;

import org.vitrine.datasets.Tensor;

/** A model whose answers people read. */
@FunctionalInterface
public interface Predictor {

    /**
     * Probabilities of all classes, or predicted values in raw units.
     *
     * @param inputs [n, ...input shape]
     * @return [n, targets]
     */
    Tensor predict(Tensor inputs);
}
