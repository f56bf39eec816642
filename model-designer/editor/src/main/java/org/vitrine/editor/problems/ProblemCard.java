package org.vitrine.editor.problems;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.vitrine.editor.model.NodeProblems;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.analysis.Fix;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.analysis.Where;
import org.vitrine.graph.model.NodeId;

/** A problem: where and what, the numbers, the cure, and a button for each fix. */
public final class ProblemCard extends HBox {

    /**
     * @param wide whether there is room to say at which node it is, and for the fixes beside the text
     * @param dismiss called when advice of this kind is not wanted
     * @param go called when the card is clicked, or Enter pressed on it
     */
    public ProblemCard(
            Problem problem, boolean wide, Consumer<Where> go, Consumer<Fix> apply, Consumer<Problem> dismiss) {
        String severity = problem.severity().name().toLowerCase(Locale.ROOT);
        getStyleClass().addAll("problem-card", "problem-" + severity);
        FontIcon icon = new FontIcon(icon(problem.severity()));
        icon.getStyleClass().add("problem-icon");
        Label what = label(wide ? placed(problem) : problem.what(), "problem-what");
        VBox texts = new VBox(what);
        texts.getStyleClass().add("problem-texts");
        String numbers = problem.numbers().isEmpty() ? "" : problem.numbers() + ". ";
        texts.getChildren().addAll(label(numbers + problem.cure(), "problem-cure"), why(problem, dismiss));
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(icon, texts);
        if (!problem.fixes().isEmpty()) {
            VBox fixes = new VBox();
            fixes.setFillWidth(false);
            fixes.getStyleClass().add("problem-fixes");
            problem.fixes().forEach(fix -> fixes.getChildren().add(button(fix, apply)));
            if (wide) {
                fixes.setAlignment(Pos.CENTER_RIGHT);
                fixes.maxWidthProperty().bind(widthProperty().multiply(0.5));
                getChildren().add(fixes);
            } else {
                texts.getChildren().add(fixes);
            }
        }
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(Texts.text("problem." + severity, what.getText(), problem.numbers(), problem.cure()));
        setFocusTraversable(wide);
        setOnMouseClicked(event -> go.accept(problem.where()));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() == this) {
                go.accept(problem.where());
                event.consume();
            }
        });
    }

    private static Ikon icon(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> MaterialDesignA.ALERT_CIRCLE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case ADVICE -> MaterialDesignL.LIGHTBULB_ON_OUTLINE;
        };
    }

    /** Opens the lesson behind the problem, and closes it again. */
    private static VBox why(Problem problem, Consumer<Problem> dismiss) {
        Label lesson = label(problem.why(), "problem-lesson");
        lesson.setVisible(false);
        lesson.managedProperty().bind(lesson.visibleProperty());
        Hyperlink ask = new Hyperlink(Texts.text("problem.why"));
        ask.getStyleClass().add("problem-why");
        ask.setOnAction(event -> {
            ask.setVisited(false);
            lesson.setVisible(!lesson.isVisible());
            ask.setText(Texts.text(lesson.isVisible() ? "problem.why.close" : "problem.why"));
        });
        HBox links = new HBox(12, ask);
        if (problem.severity() == Problem.Severity.ADVICE) {
            Hyperlink leave = new Hyperlink(Texts.text("problem.dismiss"));
            leave.getStyleClass().add("problem-why");
            leave.setTooltip(new Tooltip(Texts.text("problem.dismiss.help")));
            leave.setOnAction(event -> dismiss.accept(problem));
            links.getChildren().add(leave);
        }
        return new VBox(links, lesson);
    }

    private static Button button(Fix fix, Consumer<Fix> apply) {
        Button button = new Button(fix.text(), new FontIcon(MaterialDesignW.WRENCH_OUTLINE));
        button.getStyleClass().addAll("small", "problem-fix");
        button.setTooltip(new Tooltip(fix.text()));
        button.setMinWidth(0);
        button.setOnAction(event -> apply.accept(fix));
        return button;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** What is wrong and where, unless the text says it already. */
    private static String placed(Problem problem) {
        String place = NodeProblems.nodeOf(problem.where()).map(NodeId::value).orElse("");
        boolean named = place.isEmpty() || problem.what().contains(place);
        return named ? problem.what() : place + ": " + problem.what();
    }
}
