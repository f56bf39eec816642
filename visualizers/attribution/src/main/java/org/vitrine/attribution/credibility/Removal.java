package org.vitrine.attribution.credibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.attribution.Inputs;
import org.vitrine.datasets.random.Draw;

/**
 * Changes an input place by place, the most important places first, and compares the area under the curve of the model's answer
 * with the areas of random orders: by how many of their standard deviations is it better?
 */
abstract class Removal implements Metric {
    static final double GOOD = 2;
    static final double BAD = 1;

    /** What of the answer must change with the order, or none is better than another. */
    private static final double NO_CHANGE = 1e-9;

    private final String id;

    Removal(String id) {
        this.id = id;
    }

    /** The input as it is first. */
    abstract float[] before(Trial trial, Places places);

    /** What places become. */
    abstract float[] after(Trial trial, Places places);

    /** 1 if a large area is good, -1 if a small one is. */
    abstract int sign();

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final boolean isDecisive() {
        return true;
    }

    @Override
    public final Line judge(Trial trial) {
        Places places = trial.places();
        int count = places.real().length;
        if (count < FEWEST_PLACES) {
            return Line.notMeasured(this, "fewPlaces", Map.of("places", (double) count));
        }
        Effort effort = trial.effort();
        List<int[]> orders = new ArrayList<>();
        orders.add(byImportance(trial, places));
        for (int i = 0; i < effort.orders(); i++) {
            orders.add(shuffled(places, Draw.forExample(effort.seed(), i + 1)));
        }
        int[] steps = steps(count, effort.points());
        double[][] curves = curves(trial, places, orders, steps);
        double[] random = IntStream.rangeClosed(1, effort.orders())
                .mapToDouble(i -> area(curves[i], steps))
                .toArray();
        double area = area(curves[0], steps);
        double mean = Statistics.mean(random);
        double deviation = Statistics.deviation(random);
        if (deviation < NO_CHANGE) {
            return Line.notMeasured(this, "flat", Map.of());
        }
        double deviations = sign() * (area - mean) / deviation;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("area", area);
        figures.put("randomArea", mean);
        figures.put("randomDeviation", deviation);
        return Line.of(this, Metric.high(deviations, GOOD, BAD), deviations, figures)
                .with(drawn(curves, steps));
    }

    /** Places from the most important one down; those that are alike in random order. */
    private static int[] byImportance(Trial trial, Places places) {
        float[] importance = trial.importance();
        return Arrays.stream(shuffled(places, Draw.forExample(trial.effort().seed(), 0)))
                .boxed()
                .sorted((a, b) -> Float.compare(importance[b], importance[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] shuffled(Places places, Draw draw) {
        return Arrays.stream(draw.permutation(places.real().length))
                .map(i -> places.real()[i])
                .toArray();
    }

    /** How many places are changed at each point, from none to all. */
    private static int[] steps(int places, int points) {
        return IntStream.rangeClosed(0, Math.min(points, places))
                .map(i -> (int) Math.round((double) i * places / Math.min(points, places)))
                .toArray();
    }

    private double[][] curves(Trial trial, Places places, List<int[]> orders, int[] steps) {
        float[] before = before(trial, places);
        float[] after = after(trial, places);
        double[][] curves = new double[orders.size()][steps.length];
        int targets = trial.model().targets();
        Inputs.inBatches(
                trial.options().progress(),
                trial.input().shape(),
                orders.size() * steps.length,
                i -> places.replaced(before, after, orders.get(i / steps.length), steps[i % steps.length]),
                (start, batch) -> {
                    float[] scores = trial.model().scores(batch).values();
                    for (int i = 0; i < batch.rows(); i++) {
                        curves[(start + i) / steps.length][(start + i) % steps.length] =
                                trial.readout().of(scores, i * targets, targets, trial.target());
                    }
                });
        return curves;
    }

    /** By trapezoids, over the share of places. */
    private static double area(double[] curve, int[] steps) {
        double area = 0;
        for (int i = 1; i < curve.length; i++) {
            area += (curve[i] + curve[i - 1]) / 2 * (steps[i] - steps[i - 1]);
        }
        return area / steps[steps.length - 1];
    }

    private static Curve drawn(double[][] curves, int[] steps) {
        List<Double> shares = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        List<Double> random = new ArrayList<>();
        List<Double> deviation = new ArrayList<>();
        for (int point = 0; point < steps.length; point++) {
            int at = point;
            double[] others = Arrays.stream(curves)
                    .skip(1)
                    .mapToDouble(curve -> curve[at])
                    .toArray();
            shares.add((double) steps[point] / steps[steps.length - 1]);
            own.add(curves[0][point]);
            random.add(Statistics.mean(others));
            deviation.add(Statistics.deviation(others));
        }
        Map<String, List<Double>> series = new LinkedHashMap<>();
        series.put(Curve.EXPLANATION, own);
        series.put(Curve.RANDOM, random);
        series.put(Curve.RANDOM_DEVIATION, deviation);
        return new Curve(shares, series);
    }
}
