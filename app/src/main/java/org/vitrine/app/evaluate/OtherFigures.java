package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.HistogramFigure;
import org.vitrine.charts.evaluation.Look;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.metrics.EditDistance;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Figures of texts that were read or written, and of inputs that were made anew. */
public final class OtherFigures {
    private static final int BINS = 30;

    private final Tested tested;
    private final TestExamples examples;

    public OtherFigures(Tested tested, TestExamples examples) {
        this.tested = tested;
        this.examples = examples;
    }

    private TestEvaluation test() {
        return tested.test();
    }

    /** Whether texts were written for other texts. */
    boolean written() {
        return test().rows().stream().anyMatch(row -> row.source().length > 0);
    }

    /** What should be written beside what is: input, truth, output, errors. */
    public List<List<String>> texts() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < test().rows().size(); i++) {
            TestEvaluation.LabelRow row = test().rows().get(i);
            String source = written() ? TestScores.row(test(), row.source()) : "#" + i;
            rows.add(List.of(
                    source,
                    TestScores.row(test(), row.actual()),
                    TestScores.row(test(), row.read()),
                    Integer.toString(EditDistance.between(row.read(), row.actual()))));
        }
        return rows;
    }

    /** The heads of {@link #texts}. */
    public List<String> textHeads() {
        return List.of(
                Texts.get(written() ? "train.results.row.source" : "evaluate.example"),
                Texts.get("train.results.row.actual"),
                Texts.get(written() ? "train.results.row.written" : "train.results.row.read"),
                Texts.get("evaluate.errors"));
    }

    public TableFigure textTable(List<List<String>> rows, int chosen) {
        List<Double> shares = written() ? List.of(0.3, 0.3, 0.3, 0.1) : List.of(0.12, 0.38, 0.38, 0.12);
        return new TableFigure(textHeads(), rows, shares, chosen);
    }

    /** An input beside what was made of it. */
    public TilesFigure.Tile reconstruction(int example) {
        int[] shape = tested.dataset().test().example(example).inputs().row(0).shape();
        Look made = examples.look(new Tensor(shape, test().outputs()[example]), example);
        List<String> captions = test().losses().length > example
                ? List.of(Texts.format("evaluate.caption.loss", Numbers.significant(test().losses()[example], 3)))
                : List.of("#" + example);
        return new TilesFigure.Tile(example, List.of(examples.look(example), made), captions, false, List.of());
    }

    /** How large the losses of the examples are. */
    public HistogramFigure losses() {
        double[] losses = new double[test().losses().length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = test().losses()[i];
        }
        return new HistogramFigure(Texts.get("evaluate.slices.score.loss"), Texts.get("evaluate.counts"), losses, BINS);
    }
}
