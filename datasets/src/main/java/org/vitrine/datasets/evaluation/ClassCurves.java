package org.vitrine.datasets.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Curves of each class against all others, and of all together: micro treats each probability of each example as an answer
 * of its own, macro is the plain mean over the classes that have examples.
 */
public final class ClassCurves {
    private final List<ThresholdCurve> classes;
    private final ThresholdCurve micro;

    private ClassCurves(List<ThresholdCurve> classes, ThresholdCurve micro) {
        this.classes = List.copyOf(classes);
        this.micro = micro;
    }

    /**
     * From the probabilities of all classes.
     *
     * @param probabilities by example and class
     * @param actual class of each example
     */
    public static ClassCurves of(float[][] probabilities, int[] actual, int classCount) {
        List<ThresholdCurve> classes = new ArrayList<>();
        double[] all = new double[actual.length * classCount];
        boolean[] belongs = new boolean[all.length];
        for (int k = 0; k < classCount; k++) {
            double[] scores = new double[actual.length];
            boolean[] positive = new boolean[actual.length];
            for (int i = 0; i < actual.length; i++) {
                scores[i] = probabilities[i][k];
                positive[i] = actual[i] == k;
                all[i * classCount + k] = scores[i];
                belongs[i * classCount + k] = positive[i];
            }
            classes.add(ThresholdCurve.of(scores, positive));
        }
        return new ClassCurves(classes, ThresholdCurve.of(all, belongs));
    }

    public int classes() {
        return classes.size();
    }

    public ThresholdCurve of(int index) {
        return classes.get(index);
    }

    public ThresholdCurve micro() {
        return micro;
    }

    /** The mean area under the classes' receiver operating characteristics. */
    public double macroArea() {
        return mean(ThresholdCurve::area);
    }

    /** The mean of the classes' average precisions. */
    public double macroAveragePrecision() {
        return mean(ThresholdCurve::averagePrecision);
    }

    /** The mean of the classes' receiver operating characteristics at so many false positive rates. */
    public ThresholdCurve.Line macroRoc(int points) {
        double[] rates = IntStream.range(0, points)
                .mapToDouble(i -> (double) i / Math.max(1, points - 1))
                .toArray();
        double[] recalls = IntStream.range(0, points)
                .mapToDouble(i -> classes.stream()
                        .filter(ThresholdCurve::isDefined)
                        .mapToDouble(curve -> curve.recallAt(rates[i]))
                        .average()
                        .orElse(0))
                .toArray();
        return new ThresholdCurve.Line(rates, recalls);
    }

    private double mean(ToDoubleFunction<ThresholdCurve> value) {
        return classes.stream()
                .mapToDouble(value)
                .filter(number -> !Double.isNaN(number))
                .average()
                .orElse(Double.NaN);
    }
}
