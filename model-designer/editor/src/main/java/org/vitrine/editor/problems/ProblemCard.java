package org.vitrine.editor.problems;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.analysis.Fix;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.analysis.Where;

/** A problem: where and what, the numbers, the cure, and a button for each fix. */
public final class ProblemCard extends HBox {

    /**
     * @param named whether to say at which node it is
     * @param go called when the card is clicked, or Enter pressed on it
     */
    public ProblemCard(Problem problem, boolean named, Consumer<Where> go, Consumer<Fix> apply) {
        boolean error = problem.severity() == Problem.Severity.ERROR;
        getStyleClass().addAll("problem-card", error ? "problem-error" : "problem-warning");
        FontIcon icon = new FontIcon(error ? MaterialDesignA.ALERT_CIRCLE : MaterialDesignA.ALERT_OUTLINE);
        icon.getStyleClass().add("problem-icon");
        String place = named ? place(problem.where()) : "";
        Label what = label(place.isEmpty() ? problem.what() : place + ": " + problem.what(), "problem-what");
        VBox texts = new VBox(what);
        texts.getStyleClass().add("problem-texts");
        if (!problem.numbers().isEmpty()) {
            texts.getChildren().add(label(problem.numbers(), "problem-numbers"));
        }
        texts.getChildren().add(label(problem.cure(), "problem-cure"));
        if (!problem.fixes().isEmpty()) {
            FlowPane fixes = new FlowPane();
            fixes.getStyleClass().add("problem-fixes");
            for (Fix fix : problem.fixes()) {
                fixes.getChildren().add(button(fix, apply));
            }
            texts.getChildren().add(fixes);
        }
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(icon, texts);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(Texts.text(
                error ? "problem.error" : "problem.warning", what.getText(), problem.numbers(), problem.cure()));
        setFocusTraversable(named);
        setOnMouseClicked(event -> go.accept(problem.where()));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() == this) {
                go.accept(problem.where());
                event.consume();
            }
        });
    }

    private static Button button(Fix fix, Consumer<Fix> apply) {
        Button button = new Button(fix.text(), new FontIcon(MaterialDesignW.WRENCH_OUTLINE));
        button.getStyleClass().addAll("small", "problem-fix");
        button.setOnAction(event -> apply.accept(fix));
        return button;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static String place(Where where) {
        if (where instanceof Where.AtNode node) {
            return node.id().value();
        }
        if (where instanceof Where.AtPort port) {
            return Texts.text("problem.port", port.id(), port.port() + 1);
        }
        return "";
    }
}
