package org.vitrine.charts.preview;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.datasets.check.ColumnStatistics;

/** The columns of a table, one a row: what they hold, what is missing, and how their values are spread. */
public final class ColumnTable extends StackPane {
    private static final int MOST_TEXTS = 4;
    private static final double ROW = 44;

    private final TableView<ColumnStatistics> table = new TableView<>();

    public ColumnTable() {
        getStyleClass().addAll("vitrine-chart", "column-table");
        table.setId("column-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(Messages.text("preview.columns.describe"));
        add("preview.column.name", 110, 140, false, ColumnTable::nameAndKind);
        add("preview.column.missing", 72, 80, true, column -> missing(column));
        number("preview.column.mean", 60, ColumnStatistics.Numbers::mean);
        number("preview.column.deviation", 80, ColumnStatistics.Numbers::deviation);
        number("preview.column.least", 60, ColumnStatistics.Numbers::least);
        number("preview.column.median", 66, ColumnStatistics.Numbers::median);
        number("preview.column.most", 60, ColumnStatistics.Numbers::most);
        TableColumn<ColumnStatistics, ColumnStatistics> spread =
                new TableColumn<>(Messages.text("preview.column.spread"));
        spread.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        spread.setCellFactory(column -> new SpreadCell());
        spread.setMinWidth(76);
        spread.setPrefWidth(200);
        spread.setSortable(false);
        table.getColumns().add(spread);
        setMinHeight(120);
        getChildren().add(table);
    }

    /** Shows columns. */
    public void show(List<ColumnStatistics> columns) {
        table.getItems().setAll(columns);
        table.setPrefHeight(Math.min(10, columns.size()) * ROW + 40);
    }

    private void number(String key, double least, Function<ColumnStatistics.Numbers, Double> of) {
        add(key, least, least + 10, true, column -> figure(column, of));
    }

    /** @param least what a narrow window leaves to it, so that its head is read in full */
    private void add(String key, double least, double width, boolean number, Function<ColumnStatistics, String> text) {
        TableColumn<ColumnStatistics, String> column = new TableColumn<>(Messages.text(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        if (number) {
            column.setStyle("-fx-alignment: center-right;");
            column.getStyleClass().add("number-column");
            column.setSortable(false);
        }
        table.getColumns().add(column);
    }

    /** In two lines: a column of its own would leave the others too little room. */
    private static String nameAndKind(ColumnStatistics column) {
        return column.name() + "\n"
                + Messages.text(
                        column instanceof ColumnStatistics.Numbers ? "preview.column.numbers" : "preview.column.texts");
    }

    private static String missing(ColumnStatistics column) {
        return column.missing() == 0
                ? Messages.text("preview.column.none")
                : Numbers.percent((double) column.missing() / Math.max(1, column.present() + column.missing()));
    }

    private static String figure(ColumnStatistics column, Function<ColumnStatistics.Numbers, Double> of) {
        return column instanceof ColumnStatistics.Numbers numbers ? Numbers.significant(of.apply(numbers), 3) : "";
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }

    private static final class SpreadCell extends TableCell<ColumnStatistics, ColumnStatistics> {
        @Override
        protected void updateItem(@Nullable ColumnStatistics column, boolean empty) {
            super.updateItem(column, empty);
            setGraphic(empty || column == null ? null : graphic(column));
        }

        private static Node graphic(ColumnStatistics column) {
            if (column instanceof ColumnStatistics.Numbers numbers) {
                HistogramView view = new HistogramView();
                view.show(numbers.histogram());
                return view;
            }
            ColumnStatistics.Texts texts = (ColumnStatistics.Texts) column;
            String most = texts.counts().entrySet().stream()
                    .limit(MOST_TEXTS)
                    .map(entry -> entry.getKey() + " " + Numbers.count(entry.getValue()))
                    .collect(Collectors.joining(", "));
            int others = texts.counts().size() - MOST_TEXTS;
            Label label = new Label(others > 0 ? Messages.text("preview.column.more", most, others) : most);
            label.getStyleClass().add("muted");
            label.setWrapText(true);
            return label;
        }
    }
}
