package org.vitrine.attribution.methods.rules;

import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BackwardRule;

/**
 * The z⁺ rule at every layer with weights (Bach et al. 2015, α = 1 and β = 0; Montavon et al. 2017): only what raises a sum counts.
 * Sums without weights, such as batch normalisation, keep the ε rule.
 */
public final class LrpZPlus extends LayerwiseRelevance {

    @Override
    public String id() {
        return "lrp-z-plus";
    }

    @Override
    BackwardRule.Relevance rule(AttributionOptions options) {
        return new BackwardRule.Relevance(options.decimal(EPSILON), true, true);
    }
}
