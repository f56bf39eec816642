package org.vitrine.app.explain.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.explain.write.TranslatingViewModel.Answer;
import org.vitrine.app.explain.write.TranslatingViewModel.Sample;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.drawing.Figure;

/** The page of a model from sequence to sequence: a text and its answer, with test examples below to choose from. */
public final class TranslatingView extends BorderPane {
    private static final List<String> COLUMNS = List.of("source", "written", "actual", "right");

    private final TranslatingViewModel model;
    private final Label written = Labels.of("translated");
    private final Label probability = Labels.of("text-muted");
    private final Label expected = Labels.of("text-muted");

    /** @param exports writes panels to files */
    public TranslatingView(TranslatingViewModel model, PanelFrame.Exports exports) {
        this.model = model;
        setId("translating");
        setTop(Labels.strip(model.title()));
        Label trouble = Labels.of("failure");
        trouble.setId("translate-trouble");
        trouble.textProperty().bind(model.trouble());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        written.setId("translate-answer");
        expected.setId("translate-expected");
        PanelFrame answer = new PanelFrame(
                new Panel(
                        "translation",
                        Texts.get("translate.answer"),
                        new VBox(8, written, probability, expected),
                        () -> model.answer().get().map(TranslatingView::figure),
                        () -> model.answer().get().map(TranslatingView::table)),
                exports);
        PanelFrame examples = new PanelFrame(
                new Panel(
                        "translations",
                        Texts.get("translate.examples"),
                        table(),
                        () -> model.samples().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new TableFigure(heads(), rows(), List.of(0.32, 0.28, 0.28, 0.12), -1)),
                        () -> model.samples().isEmpty() ? Optional.empty() : Optional.of(Table.of(heads(), rows()))),
                exports);
        VBox.setVgrow(examples, Priority.ALWAYS);
        VBox page = new VBox(8, question(), answer, trouble, examples);
        page.getStyleClass().add("data-page");
        setCenter(page);
        model.answer().subscribe(this::show);
    }

    private static List<String> heads() {
        return COLUMNS.stream()
                .map(column -> Texts.get("translate.column." + column))
                .toList();
    }

    private List<List<String>> rows() {
        return model.samples().stream()
                .map(sample -> List.of(sample.source(), sample.written(), sample.actual(), right(sample)))
                .toList();
    }

    private static String right(Sample sample) {
        return Texts.get(sample.right() ? "translate.right" : "translate.wrong");
    }

    private static Figure figure(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                answer.source(),
                answer.text(),
                answer.expected().orElse(""),
                Numbers.significant(100 * answer.probability(), 3) + " %"));
        List<String> head = List.of(
                Texts.get("translate.column.source"),
                Texts.get("translate.column.written"),
                Texts.get("translate.column.actual"),
                Texts.get("translate.column.probability"));
        return new TableFigure(head, rows, List.of(0.28, 0.28, 0.28, 0.16), -1);
    }

    private static Table table(Answer answer) {
        return Table.of(
                List.of("source", "written", "true", "probability"),
                List.of(List.of(
                        answer.source(), answer.text(), answer.expected().orElse(""), answer.probability())));
    }

    private Node question() {
        TextField field = new TextField();
        field.setId("translate-source");
        field.setPromptText(Texts.get("translate.source"));
        field.textProperty().bindBidirectional(model.source());
        field.setOnAction(event -> model.translate());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button ask = new Button(Texts.get("translate.start"), new FontIcon("mdi2a-arrow-right"));
        ask.setId("translate-start");
        ask.getStyleClass().add("accent");
        ask.disableProperty().bind(model.waiting());
        ask.setOnAction(event -> model.translate());
        Label waiting = new Label(Texts.get("write.waiting"));
        waiting.getStyleClass().add("text-muted");
        waiting.visibleProperty().bind(model.waiting());
        waiting.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, field, ask, waiting);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private TableView<Sample> table() {
        TableView<Sample> table = new TableView<>(model.samples());
        table.setId("translate-samples");
        table.setPlaceholder(new Label(Texts.get("translate.noExamples")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("source", Sample::source));
        table.getColumns().add(column("written", Sample::written));
        table.getColumns().add(column("actual", Sample::actual));
        TableColumn<Sample, String> right = column("right", TranslatingView::right);
        right.setMinWidth(80);
        right.setMaxWidth(120);
        table.getColumns().add(right);
        table.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.choose(chosen);
            }
        });
        return table;
    }

    private static TableColumn<Sample, String> column(String name, Function<Sample, String> text) {
        TableColumn<Sample, String> column = new TableColumn<>(Texts.get("translate.column." + name));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private void show(Optional<Answer> answer) {
        written.setText(answer.map(Answer::text).orElse(Texts.get("translate.empty")));
        probability.setText(answer.map(given ->
                        Texts.format("translate.probability", Numbers.significant(100 * given.probability(), 3)))
                .orElse(""));
        expected.setText(answer.flatMap(given -> given.expected()
                        .map(actual -> actual.equals(given.text())
                                ? Texts.get("translate.asExpected")
                                : Texts.format("translate.notAsExpected", actual)))
                .orElse(""));
    }
}
