package org.vitrine.attribution.credibility;

import java.util.Map;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/**
 * How much the map changes at most when the input changes so little that nobody sees it (max-sensitivity, Yeh et al. 2019): the
 * largest distance between the maps as a share of the map's own length, over inputs with even noise on all values.
 */
public final class MaxSensitivity implements Metric {
    static final double GOOD = 0.5;
    static final double BAD = 1;

    @Override
    public String id() {
        return "stability";
    }

    @Override
    public Line judge(Trial trial) {
        Places places = trial.places();
        float[] own = places.real(trial.relevance());
        double length = Statistics.norm(own);
        if (length == 0) {
            return Line.notMeasured(this, "noRelevance", Map.of());
        }
        double reach = trial.effort().radius() * range(trial.input(), places);
        if (reach == 0) {
            return Line.notMeasured(this, "noRange", Map.of());
        }
        double largest = 0;
        for (int i = 0; i < trial.effort().perturbations(); i++) {
            Tensor moved = moved(
                    trial.input(), places, reach, Draw.forExample(trial.effort().seed(), 2000 + i));
            float[] found = places.real(trial.relevance(trial.method(), trial.model(), moved));
            for (int k = 0; k < found.length; k++) {
                found[k] -= own[k];
            }
            largest = Math.max(largest, Statistics.norm(found) / length);
        }
        return Line.of(
                this,
                Metric.low(largest, GOOD, BAD),
                largest,
                Map.of("radius", trial.effort().radius()));
    }

    private static Tensor moved(Tensor input, Places places, double reach, Draw draw) {
        float[] values = input.values().clone();
        for (int place : places.real()) {
            for (int at = place; at < values.length; at += places.all()) {
                values[at] += (float) draw.uniform(-reach, reach);
            }
        }
        return new Tensor(input.shape(), values);
    }

    private static double range(Tensor input, Places places) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int place : places.real()) {
            for (int at = place; at < input.size(); at += places.all()) {
                least = Math.min(least, input.values()[at]);
                most = Math.max(most, input.values()[at]);
            }
        }
        return Math.max(0, most - least);
    }
}
