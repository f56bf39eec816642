package org.vitrine.app.explain.card;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.runs.event.Judgements.ClassSummary;
import org.vitrine.runs.event.Judgements.MetricSummary;
import org.vitrine.runs.event.SessionEvent.JudgedMany;

/** What the metrics find over many test examples: how often each verdict is given, means, and the shares that pass by class. */
final class SummaryPane extends VBox {
    private static final int MOST = 10_000;
    private static final int USUAL = 50;

    private final CardViewModel model;
    private final Spinner<Integer> count = new Spinner<>(1, MOST, USUAL, 10);
    private final Button start = new Button(Texts.get("card.summary.start"), new FontIcon("mdi2s-scale-balance"));
    private final Button stop = new Button(Texts.get("card.summary.stop"), new FontIcon("mdi2s-stop"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label said = new Label();
    private final FigureView figure = new FigureView(() -> Texts.get("card.summary"));
    private final TableView<MetricSummary> table = new TableView<>();
    private final HBox results = new HBox(16);
    private List<String> targets = List.of();

    SummaryPane(CardViewModel model, PanelFrame.Exports exports) {
        this.model = model;
        count.setId("card-summary-count");
        count.setEditable(true);
        count.setPrefWidth(110);
        start.setId("card-summary-start");
        stop.setId("card-summary-stop");
        start.setOnAction(event -> model.summarise(count.getValue()));
        stop.setOnAction(event -> model.cancelSummary());
        bar.setId("card-summary-progress");
        bar.setPrefWidth(160);
        said.setId("card-summary-said");
        said.setWrapText(true);
        HBox strip = new HBox(8, new Label(Texts.get("card.summary.count")), count, start, bar, stop, said);
        strip.setAlignment(Pos.CENTER_LEFT);
        table.setId("card-summary-table");
        table.setPlaceholder(new Label(""));
        column("card.column.metric", 170, CardFigures::title);
        column("card.column.passed", 90, line -> share(line.passed(), line));
        column("card.column.mean", 80, line -> Numbers.significant(line.mean(), 3));
        column("card.column.median", 80, line -> Numbers.significant(line.median(), 3));
        column("card.column.classes", 320, this::classes);
        PanelFrame bars = new PanelFrame(
                Panel.of("credibility-summary", Texts.get("card.summary"), figure, () -> done().map(
                                found -> CardFigures.summaryTable(found, targets))),
                exports);
        HBox.setHgrow(bars, Priority.ALWAYS);
        HBox.setHgrow(table, Priority.ALWAYS);
        results.getChildren().addAll(bars, table);
        VBox.setVgrow(results, Priority.ALWAYS);
        setSpacing(8);
        results.setPrefHeight(270);
        results.setMinHeight(110);
        table.setMinHeight(100);
        getChildren().addAll(strip, results);
        model.summary().subscribe(this::show);
    }

    /** @param names of classes or values by their number */
    void about(List<String> names) {
        targets = names;
    }

    private void column(String key, double width, Function<MetricSummary, String> text) {
        TableColumn<MetricSummary, String> column = new TableColumn<>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private static String share(int part, MetricSummary line) {
        int measured = line.passed() + line.doubtful() + line.failed();
        return measured == 0 ? Numbers.value(Double.NaN) : part + " / " + measured;
    }

    private String classes(MetricSummary line) {
        StringBuilder text = new StringBuilder();
        for (ClassSummary of : line.classes()) {
            if (of.measured() > 0) {
                text.append(text.isEmpty() ? "" : ",  ")
                        .append(targets.get(of.target()))
                        .append(": ")
                        .append(Math.round(100.0 * of.passed() / of.measured()))
                        .append(" %");
            }
        }
        return text.toString();
    }

    private Optional<JudgedMany> done() {
        return model.summary().get().done();
    }

    private void show(Answer<JudgedMany> state) {
        boolean judging = state instanceof Answer.Computing;
        start.setDisable(judging);
        count.setDisable(judging);
        bar.setVisible(judging);
        stop.setVisible(judging);
        bar.setManaged(judging);
        stop.setManaged(judging);
        results.setVisible(state instanceof Answer.Done);
        results.setManaged(state instanceof Answer.Done);
        said.getStyleClass().remove("failure");
        if (state instanceof Answer.Nothing) {
            said.setText(Texts.get("card.summary.none"));
        } else if (state instanceof Answer.Computing<JudgedMany> now) {
            bar.setProgress(now.share());
            said.setText("");
        } else if (state instanceof Answer.Failed<JudgedMany> failed) {
            said.getStyleClass().add("failure");
            said.setText(failed.message());
        } else if (state instanceof Answer.Done<JudgedMany> done) {
            said.setText(Texts.format(
                    "card.summary.done",
                    JudgedTexts.method(done.found().method()),
                    done.found().examples().size()));
            figure.show(CardFigures.summary(done.found()));
            table.getItems().setAll(done.found().lines());
        }
    }
}
