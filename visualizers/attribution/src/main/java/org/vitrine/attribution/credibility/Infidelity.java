package org.vitrine.attribution.credibility;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.attribution.Inputs;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/**
 * Whether the map foretells what happens to the score when a random region is taken away (Yeh et al. 2019): the mean squared
 * difference between the region's relevance, scaled to fit best, and the change of the score, as a share of the mean squared change.
 * 0: foretells all; 1: foretells nothing. Regions are rectangles of images, stretches of sequences, sets of columns.
 */
public final class Infidelity implements Metric {
    static final double GOOD = 0.5;
    static final double BAD = 0.8;

    private static final double NO_CHANGE = 1e-12;

    @Override
    public String id() {
        return "infidelity";
    }

    @Override
    public Line judge(Trial trial) {
        Places places = trial.places();
        if (places.real().length < 2) {
            return Line.notMeasured(this, "onePlace", Map.of());
        }
        int regions = trial.effort().regions();
        Draw draw = Draw.forExample(trial.effort().seed(), 1000);
        int[][] taken = new int[regions][];
        Arrays.setAll(taken, i -> region(places, draw));
        double[] changes = changes(trial, places, taken);
        float[] shares = shares(trial, places);
        double foretoldSquares = 0;
        double changeSquares = 0;
        double products = 0;
        for (int i = 0; i < regions; i++) {
            double foretold = 0;
            for (int place : taken[i]) {
                foretold += shares[place];
            }
            foretoldSquares += foretold * foretold;
            changeSquares += changes[i] * changes[i];
            products += foretold * changes[i];
        }
        if (changeSquares / regions < NO_CHANGE) {
            return Line.notMeasured(this, "flat", Map.of());
        }
        // The least squares factor is products / foretoldSquares; a negative one would turn the map round.
        double infidelity =
                products <= 0 ? 1 : Math.max(0, 1 - products * products / (foretoldSquares * changeSquares));
        return Line.of(this, Metric.low(infidelity, GOOD, BAD), infidelity, Map.of());
    }

    /** What each place gives to the score, as the map has it: sensitivities times the way to the baseline. */
    private static float[] shares(Trial trial, Places places) {
        Tensor relevance = trial.explained().relevance();
        if (!trial.method().isSensitivity() || relevance.size() != trial.input().size()) {
            return trial.relevance();
        }
        float[] baseline = trial.baseline();
        float[] shares = new float[relevance.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = relevance.values()[i] * (trial.input().values()[i] - baseline[i]);
        }
        return places.sums(shares);
    }

    /** How far the score falls when each region is taken away. */
    private static double[] changes(Trial trial, Places places, int[][] regions) {
        float[] baseline = trial.baseline();
        double score = trial.explained().score();
        double[] changes = new double[regions.length];
        Inputs.inBatches(
                trial.options().progress(),
                trial.input().shape(),
                regions.length,
                i -> places.replaced(trial.input().values(), baseline, regions[i], regions[i].length),
                (start, batch) -> {
                    float[] scores = trial.model().scores(batch).values();
                    for (int i = 0; i < batch.rows(); i++) {
                        changes[start + i] = score - scores[i * trial.model().targets() + trial.target()];
                    }
                });
        return changes;
    }

    /** At most half as long and wide as the input, and never nothing. */
    private static int[] region(Places places, Draw draw) {
        int[] real = places.real();
        if (places.isImage()) {
            int height = 1 + draw.below(Math.max(1, places.height() / 2));
            int width = 1 + draw.below(Math.max(1, places.width() / 2));
            int top = draw.below(places.height() - height + 1);
            int left = draw.below(places.width() - width + 1);
            return IntStream.range(0, height * width)
                    .map(i -> (top + i / width) * places.width() + left + i % width)
                    .toArray();
        }
        int length = 1 + draw.below(Math.max(1, real.length / 2));
        if (places.isSequence()) {
            int from = draw.below(real.length - length + 1);
            return Arrays.copyOfRange(real, from, from + length);
        }
        return Arrays.stream(draw.permutation(real.length))
                .limit(length)
                .map(i -> real[i])
                .toArray();
    }
}
