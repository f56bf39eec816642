package org.vitrine.app.explain.card;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.credibility.CredibilityMetrics;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.charts.panel.PanelFrame;

/**
 * The credibility card under the heatmaps: the verdict and a traffic light for each metric, and on request the lines with their
 * reasons and curves, or the summary over the test examples.
 */
public final class CardPane extends VBox {
    private final Label verdict = new Label();
    private final Label sentence = new Label();
    private final Label progress = new Label();
    private final Button judge = new Button(Texts.get("card.judge"), new FontIcon("mdi2s-scale-balance"));
    private final FlowPane lights = new FlowPane(8, 8);
    private final ToggleButton details = new ToggleButton(Texts.get("card.details"));
    private final ToggleButton summary = new ToggleButton(Texts.get("card.summary"));
    private final LinesPane lines;
    private final SummaryPane summaries;

    /** @param exports writes panels to files */
    public CardPane(CardViewModel model, PanelFrame.Exports exports) {
        lines = new LinesPane(exports);
        summaries = new SummaryPane(model, exports);
        setId("credibility-card");
        getStyleClass().add("credibility-card");
        Label title = new Label(Texts.get("card.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        verdict.setId("card-verdict");
        sentence.setId("card-sentence");
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("text-muted");
        judge.setId("card-judge");
        judge.setMinWidth(Region.USE_PREF_SIZE);
        judge.setOnAction(event -> model.judge());
        details.setId("card-details");
        summary.setId("card-summary");
        ToggleGroup pages = new ToggleGroup();
        pages.getToggles().addAll(details, summary);
        details.setMinWidth(Region.USE_PREF_SIZE);
        summary.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(12, title, verdict, sentence, progress, judge, details, summary);
        head.setAlignment(Pos.CENTER_LEFT);
        StackPane more = new StackPane(lines, summaries);
        more.managedProperty().bind(more.visibleProperty());
        more.visibleProperty().bind(details.selectedProperty().or(summary.selectedProperty()));
        lines.visibleProperty().bind(details.selectedProperty());
        summaries.visibleProperty().bind(summary.selectedProperty());
        setSpacing(8);
        getChildren().addAll(head, lights, more);
        model.card().subscribe(this::showState);
    }

    /** Names the classes or values, and the map for its export. */
    public void about(String map, List<String> targets) {
        lines.about(map);
        summaries.about(targets);
    }

    private void showState(CardState state) {
        judge.setDisable(!(state instanceof CardState.Ready || state instanceof CardState.Failed));
        judge.setVisible(!judge.isDisable());
        judge.setManaged(judge.isVisible());
        progress.setText("");
        verdict.setGraphic(null);
        sentence.getStyleClass().remove("failure");
        if (state instanceof CardState.Nothing) {
            sentence.setText(Texts.get("card.nothing"));
            show(List.of(), Optional.empty());
        } else if (state instanceof CardState.Ready) {
            sentence.setText(Texts.get("card.ready"));
            show(List.of(), Optional.empty());
        } else if (state instanceof CardState.Judging judging) {
            sentence.setText(Texts.get("card.judging"));
            progress.setText(Texts.format(
                    "card.progress",
                    judging.lines().size(),
                    CredibilityMetrics.all().size()));
            show(judging.lines(), Optional.empty());
        } else if (state instanceof CardState.Done done) {
            verdict.setGraphic(Signs.label(done.whole()));
            sentence.setText(JudgedTexts.metrics().sentence(done.whole()));
            show(done.lines(), Optional.of(done.whole()));
        } else if (state instanceof CardState.Failed failed) {
            sentence.getStyleClass().add("failure");
            sentence.setText(failed.message());
            show(List.of(), Optional.empty());
        }
    }

    private void show(List<Line> found, Optional<Verdict> whole) {
        lights.getChildren().setAll(found.stream().map(this::light).toList());
        lights.setManaged(!found.isEmpty());
        lines.show(found, whole);
    }

    private Button light(Line line) {
        String title = JudgedTexts.metrics().title(line.metric());
        String word = JudgedTexts.metrics().word(line.verdict());
        Button light = new Button(title + ": " + word, Signs.icon(line.verdict()));
        light.setId("light-" + line.metric());
        light.getStyleClass().add("verdict-chip");
        light.setAccessibleText(title + ": " + JudgedTexts.metrics().sentence(line));
        light.setOnAction(event -> {
            details.setSelected(true);
            lines.choose(line.metric());
        });
        return light;
    }
}
