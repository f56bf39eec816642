package org.vitrine.attribution;

import org.vitrine.datasets.Tensor;

/** A backward pass that does something else than the chain rule. Layers for which it is defined have a {@link LayerRole}. */
public sealed interface BackwardRule {

    /** The gradient, but ReLUs let only positive gradients pass (Springenberg et al. 2015). */
    record Guided() implements BackwardRule {}

    /**
     * Multipliers: how much the score changes for each unit that a value is away from the baseline. Activations have the slope of
     * the line between both, maxima share by who wins where (Shrikumar, Greenside, Kundaje 2017, rescale rule).
     *
     * @param baseline of the input's shape
     */
    record Rescale(Tensor baseline) implements BackwardRule {}

    /**
     * The score itself, handed back layer by layer (Bach et al. 2015).
     *
     * @param epsilon added to the size of sums before they divide, where contributions of both signs count
     * @param denseOnlyPositive whether dense layers count positive contributions alone (alpha 1, beta 0)
     * @param convolutionsOnlyPositive whether convolutions do
     */
    record Relevance(double epsilon, boolean denseOnlyPositive, boolean convolutionsOnlyPositive)
            implements BackwardRule {}
}
