package org.vitrine.app.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.app.evaluate.TestScores;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.examples.ExampleItem;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.evaluation.TestEvaluation.Kind;

/** Test examples in words. */
final class Examples {
    /** Boxes less sure than this are not told. */
    private static final double SURE = 0.5;

    private Examples() {}

    /** The thumbnail of a test example. */
    static ExampleItem item(Subject subject, int index) {
        TestEvaluation test = subject.evaluation();
        Tensor input = subject.dataset().test().example(index).inputs().row(0);
        boolean judged = test.classes() || test.kind() == Kind.EMBEDDINGS;
        boolean wrong = judged && test.actual()[index] != test.predicted()[index];
        return new ExampleItem(
                index,
                subject.dataset().presentation(),
                input,
                words(subject, index),
                actual(subject, index),
                predicted(subject, index),
                wrong);
    }

    /** The words behind the token ids; empty for other inputs. */
    static List<String> words(Subject subject, int index) {
        return subject.dataset().test().words(index);
    }

    /** What is true, in few words; empty where there is nothing but the input. */
    static String actual(Subject subject, int index) {
        TestEvaluation test = subject.evaluation();
        return switch (test.kind()) {
            case CLASSES, EMBEDDINGS -> test.targetNames().get(test.actual()[index]);
            case VALUES -> Numbers.significant(test.actualValues()[index][0], 3);
            case LABELS ->
                row(test, index).map(row -> TestScores.row(test, row.actual())).orElse("");
            case BOXES ->
                boxes(test, index).map(boxes -> names(test, boxes.actual())).orElse("");
            case STEPS, RECONSTRUCTIONS -> "";
        };
    }

    /** What the model made of it, likewise. */
    static String predicted(Subject subject, int index) {
        TestEvaluation test = subject.evaluation();
        return switch (test.kind()) {
            case CLASSES -> test.targetNames().get(test.predicted()[index]);
            case VALUES -> Numbers.significant(test.outputs()[index][0], 3);
            case EMBEDDINGS ->
                test.predicted()[index] < 0 ? "" : test.targetNames().get(test.predicted()[index]);
            case LABELS ->
                row(test, index).map(row -> TestScores.row(test, row.read())).orElse("");
            case BOXES ->
                boxes(test, index)
                        .map(boxes -> names(test, sure(boxes.found())))
                        .orElse("");
            case STEPS, RECONSTRUCTIONS -> "";
        };
    }

    /** True and found in a sentence; where there is neither, the loss. */
    static String told(Subject subject, int index) {
        TestEvaluation test = subject.evaluation();
        if (test.classes()) {
            return Texts.format("explain.truth", actual(subject, index), predicted(subject, index));
        }
        if (test.values()) {
            return Texts.format("explain.value", predicted(subject, index), actual(subject, index));
        }
        if (test.kind() == Kind.STEPS || test.kind() == Kind.RECONSTRUCTIONS) {
            return index < test.losses().length
                    ? Texts.format("evaluate.caption.loss", Numbers.significant(test.losses()[index], 3))
                    : "";
        }
        String actual = actual(subject, index);
        String predicted = predicted(subject, index);
        return actual.isEmpty() && predicted.isEmpty()
                ? ""
                : Texts.format("explain.truth." + test.kind(), orNone(actual), orNone(predicted));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? Texts.get("explain.nothing") : text;
    }

    /** The boxes that are more likely there than not. */
    static List<Box> sure(List<Box> found) {
        return found.stream().filter(box -> box.confidence() >= SURE).toList();
    }

    private static String names(TestEvaluation test, List<Box> boxes) {
        return boxes.stream().map(box -> test.targetNames().get(box.type())).collect(Collectors.joining(", "));
    }

    static Optional<TestEvaluation.FoundBoxes> boxes(TestEvaluation test, int index) {
        return index < test.boxes().size() ? Optional.of(test.boxes().get(index)) : Optional.empty();
    }

    private static Optional<TestEvaluation.LabelRow> row(TestEvaluation test, int index) {
        return index < test.rows().size() ? Optional.of(test.rows().get(index)) : Optional.empty();
    }
}
