package org.vitrine.attribution.credibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.attribution.DifferentiableModel;

/**
 * Whether the map depends on what the model has learnt (the cascading sanity check of Adebayo et al. 2018): layers are randomised from
 * the output down, and the map of the wholly random model must not look like that of the trained one. Measured by the size of the rank
 * correlation of relevance, with its sign where the map has one, and for images by the structural similarity, whichever is larger.
 *
 * <p>Places that have no relevance in either map are left out: a background that is zero by definition, as with all methods that
 * multiply by the input, says nothing of the model, and would make any two maps alike.
 */
public final class Randomisation implements Metric {
    static final double GOOD = 0.5;
    static final double BAD = 0.7;

    @Override
    public String id() {
        return "randomisation";
    }

    @Override
    public boolean isDecisive() {
        return true;
    }

    @Override
    public Line judge(Trial trial) {
        int places = trial.places().real().length;
        if (trial.randomised().isEmpty() || trial.randomised().get().layers().isEmpty()) {
            return Line.notMeasured(this, "noRandomModel", Map.of());
        }
        if (places < FEWEST_PLACES) {
            return Line.notMeasured(this, "fewPlaces", Map.of("places", (double) places));
        }
        RandomisedModels models = trial.randomised().get();
        int layers = models.layers().size();
        List<Double> shares = new ArrayList<>(List.of(0.0));
        List<Double> ranks = new ArrayList<>(List.of(1.0));
        List<Double> structures = new ArrayList<>(List.of(1.0));
        int stages = Math.min(layers, trial.effort().stages());
        for (int stage = 1; stage <= stages; stage++) {
            int count = (int) Math.ceil((double) stage * layers / stages);
            Likeness likeness = likeness(
                    trial, models, count, stage == stages ? trial.effort().redraws() : 1);
            shares.add((double) count / layers);
            ranks.add(likeness.ranks());
            structures.add(likeness.structure());
        }
        double value = ranks.get(stages);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(Curve.RANK_CORRELATION, value);
        Map<String, List<Double>> series = new LinkedHashMap<>();
        series.put(Curve.RANK_CORRELATION, ranks);
        if (hasWindows(trial.places())) {
            value = Math.max(value, structures.get(stages));
            figures.put(Curve.STRUCTURAL_SIMILARITY, structures.get(stages));
            series.put(Curve.STRUCTURAL_SIMILARITY, structures);
        }
        return Line.of(this, Metric.low(value, GOOD, BAD), value, figures).with(new Curve(shares, series));
    }

    private record Likeness(double ranks, double structure) {}

    private static Likeness likeness(Trial trial, RandomisedModels models, int count, int redraws) {
        double ranks = 0;
        double structure = 0;
        for (int i = 0; i < redraws; i++) {
            DifferentiableModel random = models.randomised(count, trial.effort().seed() + i);
            float[] own = compared(trial, trial.relevance());
            float[] other = compared(trial, trial.relevance(trial.method(), random, trial.input()));
            ranks += Math.abs(sharedRanks(trial.places(), own, other)) / redraws;
            if (hasWindows(trial.places())) {
                structure += StructuralSimilarity.of(
                                own,
                                other,
                                trial.places().height(),
                                trial.places().width(),
                                trial.isSigned() ? 2 : 1)
                        / redraws;
            }
        }
        return new Likeness(ranks, structure);
    }

    private static float[] compared(Trial trial, float[] relevance) {
        return trial.isSigned() ? relevance : Statistics.sizes(relevance);
    }

    /** The rank correlation over the places that matter in one of the two maps. */
    static double sharedRanks(Places places, float[] own, float[] other) {
        float[] a = places.real(own);
        float[] b = places.real(other);
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] != 0 || b[i] != 0) {
                a[count] = a[i];
                b[count] = b[i];
                count++;
            }
        }
        return Statistics.rankCorrelation(Arrays.copyOf(a, count), Arrays.copyOf(b, count));
    }

    private static boolean hasWindows(Places places) {
        return places.isImage() && Math.min(places.height(), places.width()) >= StructuralSimilarity.WINDOW;
    }
}
