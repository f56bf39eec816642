package org.vitrine.app.explain.write;

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
import org.vitrine.charts.format.Numbers;

/** The page of a model from sequence to sequence: a text and its answer, with test examples below to choose from. */
public final class TranslatingView extends BorderPane {
    private final TranslatingViewModel model;
    private final Label written = Labels.of("translated");
    private final Label probability = Labels.of("text-muted");
    private final Label expected = Labels.of("text-muted");

    public TranslatingView(TranslatingViewModel model) {
        this.model = model;
        setId("translating");
        setTop(Labels.strip(model.title()));
        Label trouble = Labels.of("failure");
        trouble.setId("translate-trouble");
        trouble.textProperty().bind(model.trouble());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        written.setId("translate-answer");
        expected.setId("translate-expected");
        Label examples = new Label(Texts.get("translate.examples"));
        examples.getStyleClass().add("section-heading");
        TableView<Sample> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(8, question(), written, probability, expected, trouble, examples, table);
        page.getStyleClass().add("data-page");
        setCenter(page);
        model.answer().subscribe(this::show);
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
        TableColumn<Sample, String> right =
                column("right", sample -> Texts.get(sample.right() ? "translate.right" : "translate.wrong"));
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
