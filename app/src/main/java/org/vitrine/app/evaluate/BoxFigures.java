package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.CurvesFigure;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.metrics.AveragePrecision;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Figures of found boxes. */
public final class BoxFigures {
    private static final double FIRST = 0.5;
    private static final double STEP = 0.05;
    private static final int STEPS = 10;

    private final TestEvaluation test;
    private final TestExamples examples;

    public BoxFigures(TestEvaluation test, TestExamples examples) {
        this.test = test;
        this.examples = examples;
    }

    /** Average precision at an overlap. */
    public AveragePrecision at(double overlap) {
        return AveragePrecision.of(
                test.targetNames().size(),
                overlap,
                test.boxes().stream().map(TestEvaluation.FoundBoxes::actual).toList(),
                test.boxes().stream().map(TestEvaluation.FoundBoxes::found).toList());
    }

    /** Precision over recall of each class at an overlap. */
    public CurvesFigure curves(double overlap, OptionalInt chosen) {
        AveragePrecision precision = at(overlap);
        double[] perClass = precision.perClass();
        List<CurvesFigure.Line> lines = new ArrayList<>();
        for (int k = 0; k < perClass.length; k++) {
            List<AveragePrecision.Point> points = precision.curve(k);
            if (!points.isEmpty()) {
                lines.add(new CurvesFigure.Line(
                        test.targetNames().get(k) + " " + Numbers.significant(perClass[k], 3),
                        points.stream()
                                .mapToDouble(AveragePrecision.Point::recall)
                                .toArray(),
                        points.stream()
                                .mapToDouble(AveragePrecision.Point::precision)
                                .toArray(),
                        k,
                        false,
                        chosen.isPresent() && chosen.getAsInt() != k));
            }
        }
        return new CurvesFigure(Texts.get("evaluate.recall"), Texts.get("evaluate.precision"), lines, List.of(), false);
    }

    /** The mean average precision at overlaps from 0.5 to 0.95, and of each of them. */
    public CurvesFigure overlaps() {
        double[] overlap = new double[STEPS];
        double[] mean = new double[STEPS];
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            overlap[i] = FIRST + STEP * i;
            mean[i] = at(overlap[i]).mean();
            sum += mean[i] / STEPS;
        }
        String name = Texts.format("evaluate.boxes.mean", Numbers.significant(sum, 3));
        return new CurvesFigure(
                Texts.get("evaluate.boxes.overlap"),
                Texts.get("evaluate.boxes.map"),
                List.of(new CurvesFigure.Line(name, overlap, mean, 0, false, false)),
                List.of(),
                false);
    }

    /** Examples with their true boxes, drawn whole, and the found ones, dashed. */
    public TilesFigure.Tile tile(int example) {
        List<TilesFigure.Marked> marked = new ArrayList<>();
        TestEvaluation.FoundBoxes boxes = test.boxes().get(example);
        boxes.actual().forEach(box -> marked.add(new TilesFigure.Marked(box, "", false)));
        for (Box box : boxes.found()) {
            String name = test.targetNames().get(box.type()) + " " + Numbers.percent(box.confidence());
            marked.add(new TilesFigure.Marked(box, name, true));
        }
        String caption = Texts.format(
                "evaluate.boxes.caption", boxes.actual().size(), boxes.found().size());
        return new TilesFigure.Tile(example, List.of(examples.look(example)), List.of(caption), false, marked);
    }
}
