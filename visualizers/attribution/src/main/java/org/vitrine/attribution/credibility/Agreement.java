package org.vitrine.attribution.credibility;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.attribution.AttributionMethod;

/**
 * Whether other methods find the same places important: the mean rank correlation of the sizes of relevance with theirs (as in
 * Krishna et al. 2022). Half of the variance of ranks in common is 0.7, a tenth 0.3.
 */
public final class Agreement implements Metric {
    static final double GOOD = 0.3;
    static final double BAD = 0.1;

    @Override
    public String id() {
        return "agreement";
    }

    @Override
    public Line judge(Trial trial) {
        Places places = trial.places();
        if (places.real().length < FEWEST_PLACES) {
            return Line.notMeasured(this, "fewPlaces", Map.of("places", (double) places.real().length));
        }
        float[] own = Statistics.sizes(places.real(trial.relevance()));
        Map<String, Double> figures = new LinkedHashMap<>();
        for (AttributionMethod other : trial.others()) {
            float[] theirs = places.real(trial.relevance(other, trial.model(), trial.input()));
            figures.put(other.id(), Statistics.rankCorrelation(own, Statistics.sizes(theirs)));
        }
        if (figures.isEmpty()) {
            return Line.notMeasured(this, "noOthers", Map.of());
        }
        double mean = figures.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        return Line.of(this, Metric.high(mean, GOOD, BAD), mean, figures);
    }
}
