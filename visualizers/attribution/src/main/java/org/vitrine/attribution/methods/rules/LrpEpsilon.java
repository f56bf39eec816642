package org.vitrine.attribution.methods.rules;

import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BackwardRule;

/** The LRP-ε rule at every layer (Bach et al. 2015, equation 58): contributions of both signs count. */
public final class LrpEpsilon extends LayerwiseRelevance {

    @Override
    public String id() {
        return "lrp-epsilon";
    }

    @Override
    BackwardRule.Relevance rule(AttributionOptions options) {
        return new BackwardRule.Relevance(options.decimal(EPSILON), false, false);
    }
}
