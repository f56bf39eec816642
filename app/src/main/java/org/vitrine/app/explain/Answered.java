package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.vitrine.app.explain.places.Said;
import org.vitrine.app.shared.Strongest;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.Places;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.format.Visible;
import org.vitrine.charts.panel.Table;
import org.vitrine.drawing.Figure;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.evaluation.TestEvaluation;

/**
 * What a model said of an example, or at a place of it.
 *
 * @param classes whether {@code outputs} are probabilities of classes; else they are values
 * @param predicted the class that was told; 0 for values
 * @param actual the true class; empty where it is not known
 * @param truth the true values; empty where they are not known
 */
record Answered(
        List<String> names, float[] outputs, boolean classes, int predicted, OptionalInt actual, List<Float> truth) {
    /** Empty where the model scores no example as a whole and no place is chosen. */
    static Optional<Answered> of(Subject subject, int example, Optional<Said> said) {
        if (said.isPresent()) {
            return said.map(at -> at(subject, example, at));
        }
        TestEvaluation test = subject.evaluation();
        if (!test.classes() && !test.values()) {
            return Optional.empty();
        }
        return Optional.of(new Answered(
                test.targetNames(),
                test.outputs()[example],
                test.classes(),
                test.classes() ? test.predicted()[example] : 0,
                test.classes() ? OptionalInt.of(test.actual()[example]) : OptionalInt.empty(),
                test.classes() ? List.of() : floats(test.actualValues()[example])));
    }

    private static Answered at(Subject subject, int example, Said said) {
        Places places = said.names().places();
        float[] targets =
                subject.dataset().test().example(example).targets().row(0).values();
        float[] inputs =
                subject.dataset().test().example(example).inputs().row(0).values();
        boolean back = places.kind() == Places.Kind.VALUE;
        // Rows of labels and boxes belong to no place; -1 is the target of steps that have none.
        boolean known = subject.dataset().spec().target().kind() == Target.Kind.STEP_CLASSES
                && targets.length == places.count()
                && targets[said.place()] >= 0;
        return new Answered(
                said.names().scores().stream().map(Visible::name).toList(),
                said.scores(),
                !places.single(),
                said.best(),
                known ? OptionalInt.of((int) targets[said.place()]) : OptionalInt.empty(),
                back ? List.of(inputs[said.place()]) : List.of());
    }

    private static List<Float> floats(float[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    /**
     * Those that have a bar: of many the greatest, with the true one and the chosen one.
     *
     * @param chosen whose score is explained
     */
    List<Integer> shown(OptionalInt chosen) {
        List<Integer> shown = new ArrayList<>(Strongest.of(outputs.length, index -> outputs[index]));
        for (OptionalInt also : List.of(actual, chosen)) {
            if (also.isPresent() && !shown.contains(also.getAsInt())) {
                shown.add(also.getAsInt());
            }
        }
        return shown;
    }

    Figure figure() {
        if (classes) {
            List<Integer> shown = shown(OptionalInt.empty());
            return new BarsFigure(
                    shown.stream().map(names::get).toList(),
                    shown.stream().map(k -> (double) outputs[k]).toList(),
                    true,
                    shown.indexOf(predicted));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            rows.add(List.of(
                    names.get(i), Numbers.value(outputs[i]), truth.isEmpty() ? "" : Numbers.value(truth.get(i))));
        }
        List<String> head = List.of("", Texts.get("explain.predicted"), Texts.get("explain.true"));
        return new TableFigure(head, rows, List.of(0.4, 0.3, 0.3), -1);
    }

    Table table() {
        List<String> columns =
                classes ? List.of("class", "probability", "predicted", "true") : List.of("value", "predicted", "true");
        return new Table(columns, outputs.length, (row, column) -> {
            if (column == 0) {
                return names.get(row);
            }
            if (column == 1) {
                return outputs[row];
            }
            if (!classes) {
                return truth.isEmpty() ? "" : truth.get(row);
            }
            return column == 2 ? row == predicted : actual.equals(OptionalInt.of(row));
        });
    }
}
