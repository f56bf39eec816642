package org.vitrine.charts.preview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.format.Visible;
import org.vitrine.charts.i18n.Messages;

/** The tokens that a tokeniser knows: number, text, how often; with a field to search for some. */
public final class VocabularyView extends VBox {
    private final TableView<Entry> table = new TableView<>();
    private final TextField search = new TextField();
    private final Label count = new Label();

    /**
     * A token.
     *
     * @param times how often the training part has it; -1 if nobody counted
     */
    public record Entry(int id, String token, int times) {

        /** The token with its blanks made visible. */
        public String shown() {
            return Visible.of(token);
        }
    }

    public VocabularyView() {
        super(8);
        getStyleClass().addAll("vitrine-chart", "vocabulary-view");
        search.setId("vocabulary-search");
        search.setPromptText(Messages.text("preview.vocabulary.search"));
        count.getStyleClass().add("muted");
        table.setId("vocabulary-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        add("preview.vocabulary.id", 64, Entry::id);
        add("preview.vocabulary.token", 160, Entry::shown);
        add("preview.vocabulary.times", 80, entry -> entry.times() < 0 ? "\u2013" : Numbers.count(entry.times()));
        VBox.setVgrow(table, Priority.ALWAYS);
        setPrefHeight(280);
        getChildren().addAll(search, table, count);
    }

    /**
     * Shows a vocabulary.
     *
     * @param times by token; empty if nobody counted
     */
    public void show(List<String> tokens, Map<String, Integer> times) {
        FilteredList<Entry> entries =
                new FilteredList<>(FXCollections.observableArrayList(IntStream.range(0, tokens.size())
                        .mapToObj(id -> new Entry(
                                id, tokens.get(id), times.isEmpty() ? -1 : times.getOrDefault(tokens.get(id), 0)))
                        .toList()));
        search.textProperty().subscribe(text -> {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            entries.setPredicate(
                    wanted.isEmpty()
                            ? null
                            : entry -> entry.token().toLowerCase(Locale.ROOT).contains(wanted));
            count.setText(Messages.text(
                    "preview.vocabulary.count", Numbers.count(entries.size()), Numbers.count(tokens.size())));
        });
        SortedList<Entry> sorted = new SortedList<>(entries);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    /** The tokens in sight of the filter, for tests. */
    public List<Entry> entries() {
        return List.copyOf(table.getItems());
    }

    private <T> void add(String key, double width, Function<Entry, T> value) {
        TableColumn<Entry, T> column = new TableColumn<>(Messages.text(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}
