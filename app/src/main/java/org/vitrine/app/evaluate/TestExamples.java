package org.vitrine.app.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.app.shared.ExampleLooks;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.Look;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.evaluation.TestEvaluation.Kind;

/** The test examples: how they look, and what was made of them. What was looked at once is kept. */
public final class TestExamples {
    private final Tested tested;
    private final Map<Integer, Look> looks = new HashMap<>();

    public TestExamples(Tested tested) {
        this.tested = tested;
    }

    /** Whether each example has a prediction of its own. */
    boolean judged() {
        return test().classes() || test().values() || test().kind() == Kind.EMBEDDINGS;
    }

    private TestEvaluation test() {
        return tested.test();
    }

    /** How an example looks. */
    public synchronized Look look(int index) {
        return looks.computeIfAbsent(index, this::made);
    }

    private Look made(int index) {
        return look(tested.dataset().test().example(index).inputs().row(0), index);
    }

    /** How values of the shape of an input look. */
    Look look(Tensor input, int index) {
        return ExampleLooks.SMALL.of(
                tested.dataset().presentation(), input, tested.dataset().test().words(index));
    }

    /** Whether the example was taken for a wrong class. */
    public boolean wrong(int index) {
        return (test().classes() || test().kind() == Kind.EMBEDDINGS)
                && test().actual()[index] != test().predicted()[index];
    }

    /** What was predicted, and what is true, in a line each. */
    public List<String> captions(int index, int value) {
        if (test().classes() || test().kind() == Kind.EMBEDDINGS) {
            String actual = test().targetNames().get(test().actual()[index]);
            int predicted = test().predicted()[index];
            String name = predicted < 0 ? "" : test().targetNames().get(predicted);
            String first = wrong(index) ? actual + " \u203a " + name : actual;
            return test().classes()
                    ? List.of(first, Numbers.percent(test().outputs()[index][predicted]))
                    : List.of(first);
        }
        if (test().values()) {
            return List.of(
                    Texts.format(
                            "evaluate.caption.actual", Numbers.significant(test().actualValues()[index][value], 3)),
                    Texts.format("evaluate.caption.predicted", Numbers.significant(test().outputs()[index][value], 3)));
        }
        if (test().kind() == Kind.LABELS && index < test().rows().size()) {
            TestEvaluation.LabelRow row = test().rows().get(index);
            return List.of(TestScores.row(test(), row.actual()), TestScores.row(test(), row.read()));
        }
        if (test().losses().length > index) {
            return List.of(Texts.format("evaluate.caption.loss", Numbers.significant(test().losses()[index], 3)));
        }
        return List.of("#" + index);
    }

    /** The example as a tile. */
    public TilesFigure.Tile tile(int index, int value) {
        return new TilesFigure.Tile(index, List.of(look(index)), captions(index, value), wrong(index), List.of());
    }
}
