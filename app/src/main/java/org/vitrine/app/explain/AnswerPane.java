package org.vitrine.app.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.places.Said;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.bars.ProbabilityBarsView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.format.Visible;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;

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
    /** The classes that have a bar. */
    private List<Integer> rows = List.of();

    /**
     * @param chooseTarget called with the class whose score is to be explained
     * @param places where the model answers, for those that answer place by place
     * @param options what the chosen method may be told
     * @param exports writes panels to files
     */
    AnswerPane(IntConsumer chooseTarget, Node places, Node options, PanelFrame.Exports exports) {
        probabilities = new ProbabilityBarsView(row -> chooseTarget.accept(rows.get(row)));
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
        getChildren().addAll(heading, places, said, score, trouble, method, explanation, options, caution, reference);
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

    /** @param said what the model says at the chosen place, where it scores no example as a whole */
    void show(
            Subject subject,
            int example,
            Optional<Said> said,
            OptionalInt target,
            String id,
            @Nullable MethodResult result) {
        setVisible(true);
        answered = Answered.of(subject, example, said);
        String of = Texts.format("explain.example", Integer.toString(example));
        heading.setText(said.map(at -> of + ", " + at.where()).orElse(of));
        boolean classes = answered.filter(Answered::classes).isPresent();
        probabilities.setVisible(classes);
        probabilities.setManaged(classes);
        truth.setText(told(subject, example, said));
        answered.filter(Answered::classes).ifPresent(answer -> show(answer, target));
        score.setText(
                result instanceof MethodResult.Done done && target.isPresent()
                        ? Texts.format(
                                "explain.score",
                                Visible.name(subject.scores().get(target.getAsInt())),
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

    private void show(Answered answer, OptionalInt target) {
        rows = answer.shown(target);
        probabilities.show(new ProbabilityBarsView.Content(
                rows.stream().map(answer.names()::get).toList(),
                rows.stream().map(k -> (double) answer.outputs()[k]).toList(),
                row(answer.actual()),
                row(target)));
    }

    private OptionalInt row(OptionalInt index) {
        int row = index.isPresent() ? rows.indexOf(index.getAsInt()) : -1;
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** What is true, and what was said; of a value that is given back both. */
    private String told(Subject subject, int example, Optional<Said> said) {
        return answered.filter(answer -> said.isPresent() && !answer.truth().isEmpty())
                .map(answer -> Texts.format(
                        "explain.value",
                        Numbers.significant(answer.outputs()[0], 3),
                        Numbers.significant(answer.truth().get(0), 3)))
                .orElseGet(() -> Examples.told(subject, example));
    }
}
