package org.vitrine.datasets.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What each threshold on a score would do (Fawcett 2006): the receiver operating characteristic and the precision-recall curve
 * of one class against all others.
 */
public final class ThresholdCurve {
    private final List<ThresholdCounts> steps;
    private final long positives;
    private final long negatives;

    private ThresholdCurve(List<ThresholdCounts> steps, long positives, long negatives) {
        this.steps = steps;
        this.positives = positives;
        this.negatives = negatives;
    }

    /**
     * Sorts examples by score; equal scores make one step.
     *
     * @param positive whether each example belongs to the class
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static ThresholdCurve of(double[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(scores.length + " scores do not match " + positive.length + " examples");
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        long positives =
                IntStream.range(0, positive.length).filter(i -> positive[i]).count();
        long negatives = positive.length - positives;
        List<ThresholdCounts> steps = new ArrayList<>();
        steps.add(new ThresholdCounts(Double.POSITIVE_INFINITY, 0, 0, positives, negatives));
        long right = 0;
        long wrong = 0;
        for (int i = 0; i < order.length; i++) {
            if (positive[order[i]]) {
                right++;
            } else {
                wrong++;
            }
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                steps.add(new ThresholdCounts(scores[order[i]], right, wrong, positives - right, negatives - wrong));
            }
        }
        return new ThresholdCurve(steps, positives, negatives);
    }

    /** Whether there are examples of the class and others: without both there is no curve. */
    public boolean isDefined() {
        return positives > 0 && negatives > 0;
    }

    /** The area under the receiver operating characteristic, NaN if it is not defined; ties count half. */
    public double area() {
        if (!isDefined()) {
            return Double.NaN;
        }
        double area = 0;
        for (int i = 1; i < steps.size(); i++) {
            ThresholdCounts from = steps.get(i - 1);
            ThresholdCounts to = steps.get(i);
            area += (to.falsePositiveRate() - from.falsePositiveRate()) * (from.recall() + to.recall()) / 2;
        }
        return area;
    }

    /** The mean of the precisions at each step, weighted by the gain in recall, without interpolation; NaN without positives. */
    public double averagePrecision() {
        if (positives == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 1; i < steps.size(); i++) {
            sum += (steps.get(i).recall() - steps.get(i - 1).recall())
                    * steps.get(i).precision();
        }
        return sum;
    }

    /** The counts if examples with at least this score are taken for the class. */
    public ThresholdCounts at(double threshold) {
        int low = 0;
        int high = steps.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (steps.get(middle).threshold() >= threshold) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        ThresholdCounts found = steps.get(low);
        return new ThresholdCounts(
                threshold,
                found.truePositives(),
                found.falsePositives(),
                found.falseNegatives(),
                found.trueNegatives());
    }

    /** The counts at the score with the greatest F1. */
    public ThresholdCounts bestF1() {
        return steps.stream()
                .max(Comparator.comparingDouble(ThresholdCounts::f1))
                .orElseThrow();
    }

    /** All steps, the highest threshold first; the first one takes nothing. */
    public List<ThresholdCounts> steps() {
        return List.copyOf(steps);
    }

    /** The receiver operating characteristic, thinned to about so many points. */
    public Line roc(int most) {
        return line(most, ThresholdCounts::falsePositiveRate, ThresholdCounts::recall);
    }

    /** Precision over recall, thinned to about so many points. */
    public Line precisionRecall(int most) {
        return line(most, ThresholdCounts::recall, ThresholdCounts::precision);
    }

    /** The true positive rate at a false positive rate, straight between the steps. */
    double recallAt(double falsePositiveRate) {
        double before = 0;
        double recallBefore = 0;
        for (ThresholdCounts step : steps) {
            double rate = step.falsePositiveRate();
            if (rate > falsePositiveRate) {
                double share = (falsePositiveRate - before) / (rate - before);
                return recallBefore + share * (step.recall() - recallBefore);
            }
            before = rate;
            recallBefore = step.recall();
        }
        return 1;
    }

    private Line line(int most, ToDoubleFunction<ThresholdCounts> across, ToDoubleFunction<ThresholdCounts> up) {
        double apart = 2.0 / Math.max(1, most - 2);
        List<ThresholdCounts> kept = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            ThresholdCounts step = steps.get(i);
            ThresholdCounts last = kept.isEmpty() ? step : kept.get(kept.size() - 1);
            double way = Math.abs(across.applyAsDouble(step) - across.applyAsDouble(last))
                    + Math.abs(up.applyAsDouble(step) - up.applyAsDouble(last));
            if (kept.isEmpty() || way >= apart || i == steps.size() - 1) {
                kept.add(step);
            }
        }
        return new Line(
                kept.stream().mapToDouble(across).toArray(),
                kept.stream().mapToDouble(up).toArray());
    }

    /** Points that a line joins. */
    public record Line(double[] x, double[] y) {
        @Override
        public String toString() {
            return Arrays.toString(x) + " " + Arrays.toString(y);
        }
    }
}
