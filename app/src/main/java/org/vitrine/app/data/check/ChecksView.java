package org.vitrine.app.data.check;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.app.data.preview.Look;
import org.vitrine.app.data.preview.ShownView;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.check.Duplicate;
import org.vitrine.datasets.check.Leakage;
import org.vitrine.datasets.check.TableReport;

/** Two reports: what the parts have in common, with pairs to look at; and what each column tells of the target. */
public final class ChecksView extends VBox {
    private final ChecksViewModel model;
    private final Background background;
    private final VBox leakage = new VBox(8);
    private final VBox columns = new VBox(8);
    private final ShownView first;
    private final ShownView second;
    private final HBox pair;

    public ChecksView(ChecksViewModel model, Background background) {
        super(12);
        this.model = model;
        this.background = background;
        getStyleClass().add("data-page");
        first = new ShownView(background);
        second = new ShownView(background);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, Priority.ALWAYS);
        first.setPrefWidth(320);
        second.setPrefWidth(320);
        pair = new HBox(16, first, second);
        pair.setMaxWidth(800);
        leakage.setId("checks-leakage");
        columns.setId("checks-columns");
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(20, 20);
        model.busy().subscribe(busy::setVisible);
        Label trouble = new Label();
        trouble.getStyleClass().add("failure");
        trouble.textProperty().bind(model.trouble());
        HBox head = new HBox(12, heading("data.checks.leakage"), busy, trouble);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, leakage, columns);
        model.leakage().subscribe(this::showLeakage);
        model.look().subscribe(this::showColumns);
    }

    private void showLeakage(Optional<Leakage> found) {
        leakage.getChildren().clear();
        first.getChildren().clear();
        second.getChildren().clear();
        if (found.isEmpty()) {
            leakage.getChildren().add(text(Texts.get("data.checks.about")));
            return;
        }
        if (found.get().isClean()) {
            leakage.getChildren().add(text(Texts.get("data.checks.clean")));
            return;
        }
        for (Leakage.Overlap overlap : found.get().overlaps()) {
            leakage.getChildren().add(overlap(overlap));
        }
        leakage.getChildren().add(pair);
    }

    private Node overlap(Leakage.Overlap overlap) {
        Label what = text(Texts.format(
                "data.checks.overlap",
                Numbers.count(overlap.exact() + overlap.near()),
                Numbers.count(overlap.size()),
                name(overlap.second()),
                Numbers.percent(overlap.share()),
                name(overlap.first()),
                Numbers.count(overlap.exact()),
                Numbers.count(overlap.near())));
        what.getStyleClass().add("why-not");
        FlowPane pairs = new FlowPane(6, 6);
        for (Duplicate duplicate : overlap.pairs()) {
            Button button = new Button(duplicate.first() + " = " + duplicate.second()
                    + (duplicate.sameTarget() ? "" : "  " + Texts.get("data.checks.other")));
            button.getStyleClass().add("small");
            button.setOnAction(event -> model.look()
                    .get()
                    .ifPresent(look -> background.run(
                            () -> ChecksViewModel.pair(look, overlap, duplicate),
                            shown -> {
                                first.show(shown.first());
                                second.show(shown.second());
                            },
                            failure -> first.showText(String.valueOf(failure.getMessage())))));
            pairs.getChildren().add(button);
        }
        VBox box = new VBox(4, what);
        if (overlap.contradictions() > 0) {
            box.getChildren()
                    .add(text(Texts.format("data.checks.contradictions", Numbers.count(overlap.contradictions()))));
        }
        box.getChildren().add(pairs);
        return box;
    }

    private void showColumns(Optional<Look> look) {
        columns.getChildren().clear();
        Optional<TableReport> table = look.flatMap(now -> now.summary().table());
        if (table.isPresent() && !table.get().scores().isEmpty()) {
            ScoreTable scores = new ScoreTable();
            scores.show(table.get().scores());
            columns.getChildren()
                    .setAll(heading("data.checks.columns"), text(Texts.get("data.checks.columns.about")), scores);
        }
    }

    private static String name(Part part) {
        return Texts.get("data.part." + part.name().toLowerCase(Locale.ROOT));
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(800);
        return label;
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("section-heading");
        return label;
    }
}
