package org.vitrine.attribution.credibility;

import java.util.Map;

/**
 * Whether a few places hold most of the relevance: the Gini coefficient of its sizes (Chalasani et al. 2020). Sizes of noise from a
 * bell curve have 0.41; a map below that singles nothing out.
 */
public final class Sparseness implements Metric {
    static final double GOOD = 0.414;
    static final double BAD = 0.2;

    @Override
    public String id() {
        return "sparseness";
    }

    @Override
    public Line judge(Trial trial) {
        float[] sizes = Statistics.sizes(trial.places().real(trial.relevance()));
        if (sizes.length < FEWEST_PLACES) {
            return Line.notMeasured(this, "fewPlaces", Map.of("places", (double) sizes.length));
        }
        double gini = Statistics.gini(sizes);
        return Line.of(this, Metric.high(gini, GOOD, BAD), gini, Map.of());
    }
}
