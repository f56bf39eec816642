package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.CurvesFigure;
import org.vitrine.charts.evaluation.MatrixFigure;
import org.vitrine.charts.evaluation.ReliabilityFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.evaluation.Calibration;
import org.vitrine.datasets.evaluation.ClassCurves;
import org.vitrine.datasets.evaluation.Temperature;
import org.vitrine.datasets.evaluation.ThresholdCounts;
import org.vitrine.datasets.evaluation.ThresholdCurve;
import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.datasets.metrics.Roc;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Figures of predicted classes. */
public final class ClassFigures {
    private static final int POINTS = 300;
    private static final int BINS = 10;

    private final TestEvaluation test;
    private final ClassificationMetrics metrics;
    private final ClassCurves curves;
    private final Calibration calibration;

    public ClassFigures(TestEvaluation test) {
        this.test = test;
        metrics = ClassificationMetrics.of(test.targetNames().size(), test.actual(), test.predicted());
        boolean probabilities = test.classes();
        curves = probabilities
                ? ClassCurves.of(
                        test.outputs(), test.actual(), test.targetNames().size())
                : ClassCurves.of(new float[0][], new int[0], 0);
        calibration = Calibration.of(
                probabilities ? test.outputs() : new float[0][], probabilities ? test.actual() : new int[0], BINS);
    }

    public ClassificationMetrics metrics() {
        return metrics;
    }

    public ClassCurves curves() {
        return curves;
    }

    public Calibration calibration() {
        return calibration;
    }

    public MatrixFigure confusion(int actual, int predicted) {
        return new MatrixFigure(
                metrics,
                test.targetNames(),
                Texts.get("evaluate.actual"),
                Texts.get("evaluate.predicted"),
                actual,
                predicted);
    }

    /** The receiver operating characteristic of each class, with the threshold marked on the one that is looked at. */
    public CurvesFigure roc(OptionalInt chosen, double threshold) {
        List<CurvesFigure.Line> lines =
                lines(chosen, curve -> curve.roc(POINTS), curve -> Numbers.significant(curve.area(), 3));
        lines.add(line("evaluate.macro", curves.macroArea(), curves.macroRoc(POINTS), true));
        lines.add(line("evaluate.micro", curves.micro().area(), curves.micro().roc(POINTS), false));
        return new CurvesFigure(
                Texts.get("evaluate.fpr"),
                Texts.get("evaluate.tpr"),
                lines,
                mark(chosen, threshold, ThresholdCounts::falsePositiveRate, ThresholdCounts::recall),
                true);
    }

    /** Precision over recall of each class. */
    public CurvesFigure precisionRecall(OptionalInt chosen, double threshold) {
        List<CurvesFigure.Line> lines = lines(
                chosen,
                curve -> curve.precisionRecall(POINTS),
                curve -> Numbers.significant(curve.averagePrecision(), 3));
        lines.add(line(
                "evaluate.micro",
                curves.micro().averagePrecision(),
                curves.micro().precisionRecall(POINTS),
                false));
        return new CurvesFigure(
                Texts.get("evaluate.recall"),
                Texts.get("evaluate.precision"),
                lines,
                mark(chosen, threshold, ThresholdCounts::recall, ThresholdCounts::precision),
                false);
    }

    private static CurvesFigure.Line line(String key, double score, ThresholdCurve.Line line, boolean dashed) {
        return new CurvesFigure.Line(
                Texts.get(key) + ": " + Numbers.significant(score, 3), line.x(), line.y(), -1, dashed, false);
    }

    private List<CurvesFigure.Line> lines(
            OptionalInt chosen,
            Function<ThresholdCurve, ThresholdCurve.Line> line,
            Function<ThresholdCurve, String> score) {
        List<CurvesFigure.Line> lines = new ArrayList<>();
        for (int k = 0; k < curves.classes(); k++) {
            ThresholdCurve curve = curves.of(k);
            if (curve.isDefined()) {
                ThresholdCurve.Line points = line.apply(curve);
                boolean faded = chosen.isPresent() && chosen.getAsInt() != k;
                String name = test.targetNames().get(k) + ": " + score.apply(curve);
                lines.add(new CurvesFigure.Line(name, points.x(), points.y(), k, false, faded));
            }
        }
        return lines;
    }

    private List<CurvesFigure.Mark> mark(
            OptionalInt chosen,
            double threshold,
            Function<ThresholdCounts, Double> across,
            Function<ThresholdCounts, Double> up) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        ThresholdCounts counts = curves.of(chosen.getAsInt()).at(threshold);
        return List.of(new CurvesFigure.Mark(across.apply(counts), up.apply(counts), chosen.getAsInt()));
    }

    /** The reliability diagram. */
    public ReliabilityFigure reliability() {
        return new ReliabilityFigure(
                calibration,
                Texts.get("evaluate.confidence"),
                Texts.get("evaluate.accuracy"),
                Texts.get("evaluate.accuracy"),
                Texts.get("evaluate.bold"),
                Texts.get("evaluate.timid"),
                Texts.get("evaluate.counts"));
    }

    /** ECE, MCE, Brier score and what one temperature would do, in words. */
    public String calibrationText() {
        return Texts.format(
                "evaluate.calibration",
                Numbers.percent(calibration.expectedError()),
                Numbers.percent(calibration.greatestError()),
                Numbers.significant(calibration.brier(), 3),
                temperatureText());
    }

    /** Fitted on every other example and judged by the rest, since what is fitted on all of them flatters itself. */
    private String temperatureText() {
        int[] fitted =
                IntStream.range(0, test.actual().length).filter(i -> i % 2 == 0).toArray();
        int[] judged =
                IntStream.range(0, test.actual().length).filter(i -> i % 2 == 1).toArray();
        if (judged.length == 0) {
            return "";
        }
        double temperature = Temperature.fit(rows(fitted), classes(fitted));
        float[][] scaled = Temperature.scale(rows(judged), temperature);
        return Texts.format(
                "evaluate.temperature",
                Numbers.significant(temperature, 3),
                Numbers.percent(
                        Calibration.of(rows(judged), classes(judged), BINS).expectedError()),
                Numbers.percent(Calibration.of(scaled, classes(judged), BINS).expectedError()));
    }

    private float[][] rows(int[] indices) {
        return IntStream.of(indices).mapToObj(i -> test.outputs()[i]).toArray(float[][]::new);
    }

    private int[] classes(int[] indices) {
        return IntStream.of(indices).map(i -> test.actual()[i]).toArray();
    }

    /** How pairs are told apart by the distance of their embeddings. */
    public static CurvesFigure verification(TestEvaluation test) {
        double[] x = test.roc().stream().mapToDouble(Roc.Point::falseAccepts).toArray();
        double[] y = test.roc().stream().mapToDouble(Roc.Point::trueAccepts).toArray();
        String area = Numbers.significant(test.figures().getOrDefault("verification", Double.NaN), 3);
        return new CurvesFigure(
                Texts.get("evaluate.falseAccepts"),
                Texts.get("evaluate.trueAccepts"),
                List.of(new CurvesFigure.Line(Texts.format("evaluate.auc", area), x, y, 0, false, false)),
                List.of(),
                true);
    }
}
