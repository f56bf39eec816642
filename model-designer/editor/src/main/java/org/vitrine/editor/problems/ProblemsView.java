package org.vitrine.editor.problems;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.NodeProblems;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.analysis.Where;
import org.vitrine.graph.edit.Dismiss;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.model.NodeId;

/** What is wrong with the graph, errors first; a click goes there, a button fixes it. */
public final class ProblemsView extends VBox {
    private final GraphViewModel model;
    private final Consumer<NodeId> reveal;
    private final Label summary = new Label();
    private final VBox list = new VBox();
    private List<Problem> shown = List.of();
    private Set<String> unwanted = Set.of();

    /** @param reveal brings a node into view and chooses it; a path for one inside of a block */
    public ProblemsView(GraphViewModel model, Consumer<NodeId> reveal) {
        this.model = model;
        this.reveal = reveal;
        getStyleClass().add("problems");
        summary.getStyleClass().add("problems-summary");
        summary.setId("problems-summary");
        summary.setMaxWidth(Double.MAX_VALUE);
        list.getStyleClass().add("problems-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(summary, scroll);
        model.stateProperty().addListener((observable, before, now) -> show(now));
        show(model.state());
    }

    private void show(GraphState state) {
        summary.setText(summary(state));
        summary.setGraphic(new FontIcon(
                state.analysis().isTrainable() ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignA.ALERT_CIRCLE));
        summary.getStyleClass().removeAll("success", "danger");
        summary.getStyleClass().add(state.analysis().isTrainable() ? "success" : "danger");
        List<Problem> problems = state.analysis().problems().stream()
                .sorted(Comparator.comparing(Problem::severity))
                .toList();
        Set<String> dismissed = state.document().dismissed();
        if (!problems.equals(shown)
                || !dismissed.equals(unwanted)
                || list.getChildren().isEmpty()) {
            shown = problems;
            unwanted = dismissed;
            list.getChildren().clear();
            for (Problem problem : problems) {
                list.getChildren().add(new ProblemCard(problem, true, this::go, model.actions()::apply, this::dismiss));
            }
            if (!dismissed.isEmpty()) {
                list.getChildren().add(restore(dismissed));
            }
        }
    }

    private void dismiss(Problem problem) {
        model.execute(new Dismiss(problem.kind(), true));
    }

    /** What was dismissed can be heard again. */
    private Hyperlink restore(Set<String> dismissed) {
        Hyperlink link = new Hyperlink(Texts.text("problems.dismissed", dismissed.size()));
        link.setId("problems-restore");
        link.getStyleClass().add("problem-why");
        link.setOnAction(event -> model.execute(new EditList(
                "Dismiss",
                dismissed.stream()
                        .map(kind -> (GraphEdit) new Dismiss(kind, false))
                        .toList())));
        return link;
    }

    private static String summary(GraphState state) {
        long errors = count(state, Problem.Severity.ERROR);
        long warnings = count(state, Problem.Severity.WARNING);
        String size = Texts.text(
                "problems.size",
                state.document().graph().nodes().size(),
                Texts.count(state.analysis().parameters()));
        if (errors > 0) {
            return Texts.text("problems.errors", errors, warnings) + "  ·  " + size;
        }
        long advice = count(state, Problem.Severity.ADVICE);
        String ready = warnings > 0 ? Texts.text("problems.warnings", warnings) : Texts.text("problems.none");
        ready = advice > 0 ? ready + Texts.text("problems.advice", advice) : ready;
        return ready + "  ·  " + size;
    }

    private static long count(GraphState state, Problem.Severity severity) {
        return state.analysis().problems().stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    private void go(Where where) {
        Optional<NodeId> node = NodeProblems.nodeOf(where);
        if (node.isPresent()) {
            reveal.accept(node.get());
        } else {
            model.clearSelection();
        }
    }
}
