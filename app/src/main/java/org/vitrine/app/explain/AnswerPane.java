package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.bars.ProbabilityBarsView;
import org.vitrine.charts.format.Numbers;
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

    /**
     * @param chooseTarget called with the class whose score is to be explained
     * @param options what the chosen method may be told
     */
    AnswerPane(IntConsumer chooseTarget, Node options) {
        probabilities = new ProbabilityBarsView(chooseTarget);
        probabilities.setId("probabilities");
        heading.setId("example-heading");
        getStyleClass().add("answer-pane");
        setSpacing(8);
        getChildren()
                .addAll(
                        heading,
                        truth,
                        probabilities,
                        score,
                        trouble,
                        method,
                        explanation,
                        options,
                        caution,
                        reference);
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
        setVisible(false);
    }

    void show(Subject subject, int example, OptionalInt target, String id, @Nullable MethodResult result) {
        setVisible(true);
        TestEvaluation test = subject.evaluation();
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
