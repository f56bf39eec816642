package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.bars.ProbabilityBarsView;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.drawing.Figure;
import org.vitrine.runs.evaluation.TestEvaluation;

/** What the model said of the example, and how to read the chosen method. */
final class AnswerPane extends VBox {
    private final Label heading = label("card-title");
    private final Label truth = label("text-muted");
    private final ProbabilityBarsView probabilities;
    private final Label score = label("text-muted");
    private final Label method = label("section-heading");
    private final Label explanation = label("answer-text");
    private final Label caution = label("answer-caution");
    private final Label reference = label("text-muted");
    private final Label trouble = label("failure");
    private Optional<Answered> answered = Optional.empty();

    /** What is shown. */
    private record Answered(Subject subject, int example) {
        Figure figure() {
            TestEvaluation test = subject.evaluation();
            if (test.classes()) {
                return new BarsFigure(
                        test.targetNames(), boxed(test.outputs()[example]), true, test.predicted()[example]);
            }
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < test.outputs()[example].length; i++) {
                rows.add(List.of(
                        test.targetNames().get(i),
                        Numbers.value(test.outputs()[example][i]),
                        Numbers.value(test.actualValues()[example][i])));
            }
            List<String> head = List.of("", Texts.get("explain.predicted"), Texts.get("explain.true"));
            return new TableFigure(head, rows, List.of(0.4, 0.3, 0.3), -1);
        }

        Table table() {
            TestEvaluation test = subject.evaluation();
            float[] outputs = test.outputs()[example];
            List<String> columns = test.classes()
                    ? List.of("class", "probability", "predicted", "true")
                    : List.of("value", "predicted", "true");
            return new Table(columns, outputs.length, (row, column) -> {
                if (column == 0) {
                    return test.targetNames().get(row);
                }
                if (column == 1) {
                    return outputs[row];
                }
                if (!test.classes()) {
                    return test.actualValues()[example][row];
                }
                return row == (column == 2 ? test.predicted()[example] : test.actual()[example]);
            });
        }
    }

    /**
     * @param chooseTarget called with the class whose score is to be explained
     * @param options what the chosen method may be told
     * @param exports writes panels to files
     */
    AnswerPane(IntConsumer chooseTarget, Node options, PanelFrame.Exports exports) {
        probabilities = new ProbabilityBarsView(chooseTarget);
        probabilities.setId("probabilities");
        heading.setId("example-heading");
        PanelFrame said = new PanelFrame(
                new Panel(
                        "answer",
                        Texts.get("explain.answer"),
                        new VBox(8, truth, probabilities),
                        () -> answered.map(Answered::figure),
                        () -> answered.map(Answered::table)),
                exports);
        said.getStyleClass().add("answer-frame");
        getStyleClass().add("answer-pane");
        setSpacing(8);
        getChildren().addAll(heading, said, score, trouble, method, explanation, options, caution, reference);
        clear();
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    void clear() {
        answered = Optional.empty();
        setVisible(false);
    }

    void show(Subject subject, int example, OptionalInt target, String id, @Nullable MethodResult result) {
        setVisible(true);
        TestEvaluation test = subject.evaluation();
        answered = test.classes() || test.values() ? Optional.of(new Answered(subject, example)) : Optional.empty();
        heading.setText(Texts.format("explain.example", Integer.toString(example)));
        probabilities.setVisible(test.classes());
        probabilities.setManaged(test.classes());
        truth.setText(Examples.told(subject, example));
        if (test.classes()) {
            probabilities.show(new ProbabilityBarsView.Content(
                    test.targetNames(),
                    boxed(test.outputs()[example]),
                    OptionalInt.of(test.actual()[example]),
                    target));
        }
        score.setText(
                result instanceof MethodResult.Done done && target.isPresent()
                        ? Texts.format(
                                "explain.score",
                                test.targetNames().get(target.getAsInt()),
                                Numbers.significant(done.answer().score(), 4))
                        : "");
        trouble.setText(result instanceof MethodResult.Failed failed ? failed.message() : "");
        boolean known = !id.isEmpty();
        method.setText(known ? MethodTexts.title(id) : "");
        explanation.setText(known ? MethodTexts.explanation(id) : "");
        caution.setText(known ? Texts.get("explain.caution") + ": " + MethodTexts.caution(id) : "");
        reference.setText(known ? MethodTexts.reference(id) : "");
        for (Label label : List.of(score, trouble, method, explanation, caution, reference)) {
            label.setManaged(!label.getText().isEmpty());
        }
    }

    private static List<Double> boxed(float[] values) {
        List<Double> boxed = new ArrayList<>(values.length);
        for (float value : values) {
            boxed.add((double) value);
        }
        return boxed;
    }
}
