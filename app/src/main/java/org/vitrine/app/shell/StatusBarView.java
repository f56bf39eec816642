package org.vitrine.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.vitrine.app.runs.RunListViewModel;
import org.vitrine.app.runs.RunsView;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Durations;
import org.vitrine.editor.model.GraphState;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.runs.store.RunEntry;

/** Always in sight: the problems of the graph, the run that trains and what waits, the window's memory. */
public final class StatusBarView extends HBox {
    private static final PseudoClass ERRORS = PseudoClass.getPseudoClass("errors");

    /**
     * @param open whether there is a graph
     * @param goToProblems called by a click on the number of problems
     * @param goToRun called by a click on the run
     */
    public StatusBarView(
            ObservableValue<GraphState> graph,
            ObservableBooleanValue open,
            RunListViewModel runs,
            Runnable goToProblems,
            Runnable goToRun) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Node problems = problems(graph, goToProblems);
        problems.visibleProperty().bind(open);
        getChildren().addAll(problems, gap, run(runs, goToRun), progress(runs), waiting(runs));
    }

    private static Node problems(ObservableValue<GraphState> graph, Runnable goToProblems) {
        Button problems = new Button();
        problems.setId("status-problems");
        problems.getStyleClass().add("status-problems");
        problems.setOnAction(event -> goToProblems.run());
        graph.subscribe(state -> {
            List<Problem> found = state.analysis().problems().stream()
                    .filter(problem -> problem.severity() != Problem.Severity.ADVICE)
                    .toList();
            problems.setText(
                    found.isEmpty() ? Texts.get("status.noProblems") : Texts.format("status.problems", found.size()));
            problems.pseudoClassStateChanged(ERRORS, !state.analysis().isTrainable());
        });
        return problems;
    }

    private static Node run(RunListViewModel runs, Runnable goToRun) {
        Button run = new Button();
        run.setId("status-run");
        run.getStyleClass().add("status-problems");
        run.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> runs.active().get().map(StatusBarView::text).orElse(Texts.get("status.idle")),
                        runs.active()));
        run.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> runs.active().get().isEmpty(), runs.active()));
        run.setOnAction(event -> goToRun.run());
        return run;
    }

    private static String text(RunEntry run) {
        String where = RunsView.status(run) + " \u2013 " + run.title();
        String device = run.state().device().map(Object::toString).orElse("");
        Optional<String> left = run.state().etaSeconds().isPresent()
                ? Optional.of(Durations.left(java.time.Duration.ofMillis(
                        (long) (1000 * run.state().etaSeconds().getAsDouble()))))
                : Optional.empty();
        return where
                + (device.isEmpty() ? "" : " \u2013 " + device)
                + left.map(text -> " \u2013 " + text).orElse("");
    }

    private static Node progress(RunListViewModel runs) {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(120);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> runs.active()
                                .get()
                                .map(run -> run.state().progress())
                                .orElse(0.0),
                        runs.active()));
        bar.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> runs.active().get().isPresent(), runs.active()));
        return bar;
    }

    private static Node waiting(RunListViewModel runs) {
        Label label = new Label();
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> runs.waiting() == 0 ? "" : Texts.format("status.queued", runs.waiting()), runs.runs()));
        return label;
    }
}
