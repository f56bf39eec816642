package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.action.Action;
import org.vitrine.app.dock.DockLayout;
import org.vitrine.app.dock.DockMemory;
import org.vitrine.app.dock.DockedPanel;
import org.vitrine.app.dock.PanelDock;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.runs.evaluation.TestEvaluation;

/** What the model made of the test part: a line of scores, and panels that fit it, beside each other. */
public final class EvaluateView extends StackPane {
    private final EvaluateViewModel model;
    private final Actions actions;
    private final Label summary = new Label();
    private final Button see = new Button("", new FontIcon("mdi2e-eye-outline"));
    private final MenuButton report =
            new MenuButton(Texts.get("evaluate.report"), new FontIcon("mdi2f-file-chart-outline"));
    private final StackPane panels = new StackPane();
    private final Label waiting = new Label();

    /**
     * What can be done from here.
     *
     * @param explainRun shows why the model decides as it does
     * @param explainExample shows it for an example
     * @param report asks where to, and writes a report: html or pdf
     * @param exports writes panels to files
     * @param memory of where the panels stand, by kind of evaluation
     */
    public record Actions(
            Action explainRun,
            Consumer<OptionalInt> explainExample,
            Consumer<String> report,
            PanelFrame.Exports exports,
            Function<String, DockMemory> memory) {}

    public EvaluateView(EvaluateViewModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        summary.setId("test-summary");
        summary.getStyleClass().add("card-title");
        summary.setWrapText(true);
        see.setId("train-explain");
        see.getStyleClass().add("accent");
        see.setMinWidth(Region.USE_PREF_SIZE);
        see.disableProperty().bind(actions.explainRun().disabled());
        see.setOnAction(event -> explain());
        report.setId("evaluate-report");
        report.setMinWidth(Region.USE_PREF_SIZE);
        for (String extension : List.of("html", "pdf")) {
            MenuItem item = new MenuItem(Texts.get("evaluate.report." + extension));
            item.setId("evaluate-report-" + extension);
            item.setOnAction(event -> actions.report().accept(extension));
            report.getItems().add(item);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(12, summary, gap, see, report);
        top.setAlignment(Pos.CENTER_LEFT);
        waiting.getStyleClass().add("empty-state");
        panels.setId("evaluate-panels");
        panels.setMinSize(0, 0);
        VBox.setVgrow(panels, Priority.ALWAYS);
        VBox page = new VBox(8, top, panels);
        Label empty = new Label(Texts.get("train.results.empty"));
        empty.getStyleClass().add("empty-state");
        empty.visibleProperty().bind(page.visibleProperty().not());
        getChildren().addAll(page, empty);
        model.evaluation().subscribe(now -> {
            page.setVisible(now.isPresent());
            now.ifPresent(this::head);
        });
        model.opened().subscribe(this::open);
        model.trouble().subscribe(text -> waiting.setText(text.isEmpty() ? Texts.get("evaluate.reading") : text));
    }

    private void head(TestEvaluation test) {
        summary.setText(Summary.of(test));
        boolean writes = Summary.writes(test);
        boolean scored = test.classes() || test.values();
        see.setText(Texts.get(writes ? "train.write" : scored ? "train.explain" : "train.look"));
    }

    private void explain() {
        OptionalInt example =
                model.opened().get().map(now -> now.choice().example().get()).orElse(OptionalInt.empty());
        if (example.isPresent()) {
            actions.explainExample().accept(example);
        } else {
            actions.explainRun().run();
        }
    }

    private void open(Optional<EvaluateViewModel.Opened> opened) {
        if (opened.isEmpty()) {
            panels.getChildren().setAll(waiting);
            return;
        }
        EvaluateViewModel.Opened now = opened.get();
        List<DockedPanel> docked = new ArrayList<>();
        for (EvaluationPanel panel :
                EvaluationPanels.of(now.tested(), now.choice(), now.examples(), now.projection())) {
            PanelFrame frame = new PanelFrame(panel.panel(), actions.exports());
            docked.add(new DockedPanel(panel.panel().id(), panel.panel().title(), panel.icon(), () -> frame));
        }
        String kind = now.tested().test().kind().name();
        Node dock = docked.isEmpty()
                ? waiting
                : new PanelDock(docked, standard(docked), actions.memory().apply("evaluation-" + kind));
        panels.getChildren().setAll(dock);
    }

    /** In turn at the left and at the right, so that panels that belong together are seen together. */
    private static DockLayout standard(List<DockedPanel> panels) {
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            (i % 2 == 0 ? left : right).add(panels.get(i).id());
        }
        DockLayout leftTabs = DockLayout.tabs(left.toArray(String[]::new));
        return right.isEmpty()
                ? leftTabs
                : DockLayout.row(0.5, leftTabs, DockLayout.tabs(right.toArray(String[]::new)));
    }
}
