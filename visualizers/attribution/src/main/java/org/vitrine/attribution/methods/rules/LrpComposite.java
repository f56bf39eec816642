package org.vitrine.attribution.methods.rules;

import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BackwardRule;

/** The ε rule for dense layers and the z⁺ rule for convolutions (Montavon et al. 2019, section 10.2; Kohlbrenner et al. 2020). */
public final class LrpComposite extends LayerwiseRelevance {

    @Override
    public String id() {
        return "lrp-composite";
    }

    @Override
    BackwardRule.Relevance rule(AttributionOptions options) {
        return new BackwardRule.Relevance(options.decimal(EPSILON), false, true);
    }
}
