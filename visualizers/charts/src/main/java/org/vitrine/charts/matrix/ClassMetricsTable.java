package org.vitrine.charts.matrix;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.datasets.metrics.ClassificationMetrics.Averages;

/** Precision, recall, F1 and number of examples of each class, sortable; the averages stay at the end. */
public final class ClassMetricsTable extends ChartRegion {
    private static final PseudoClass SUMMARY = PseudoClass.getPseudoClass("summary");

    private final TableView<Row> table = new TableView<>();

    record Row(String name, double precision, double recall, double f1, long support, boolean summary) {}

    public ClassMetricsTable() {
        super("class-metrics-table");
        describe(() -> Messages.text("metrics.describe"));
        table.setAccessibleText(Messages.text("metrics.describe"));
        table.getStyleClass().add(Styles.DENSE);
        table.setPlaceholder(new Label(Messages.text("matrix.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("metrics.class", Row::name, name -> name, false));
        table.getColumns().add(column("metrics.precision", Row::precision, Numbers::percent, true));
        table.getColumns().add(column("metrics.recall", Row::recall, Numbers::percent, true));
        table.getColumns().add(column("metrics.f1", Row::f1, Numbers::percent, true));
        table.getColumns().add(column("metrics.support", Row::support, Numbers::count, true));
        table.setRowFactory(view -> new MarkedRow());
        table.setSortPolicy(view -> {
            Comparator<Row> order = view.getComparator();
            Comparator<Row> averagesLast = Comparator.comparing(Row::summary);
            FXCollections.sort(view.getItems(), order == null ? averagesLast : averagesLast.thenComparing(order));
            return true;
        });
        getChildren().add(table);
    }

    /** Shows the results of all classes. */
    public void show(ClassificationMetrics metrics, List<String> names) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < metrics.classes(); i++) {
            rows.add(new Row(
                    names.get(i), metrics.precision(i), metrics.recall(i), metrics.f1(i), metrics.support(i), false));
        }
        rows.add(average("metrics.macro", metrics.macro(), metrics.total()));
        rows.add(average("metrics.weighted", metrics.weighted(), metrics.total()));
        table.setItems(FXCollections.observableArrayList(rows));
    }

    /** Forgets the results. */
    public void clear() {
        table.getItems().clear();
    }

    TableView<Row> table() {
        return table;
    }

    private static Row average(String key, Averages averages, long total) {
        return new Row(Messages.text(key), averages.precision(), averages.recall(), averages.f1(), total, true);
    }

    private static <T> TableColumn<Row, T> column(
            String key, Function<Row, T> value, Function<T, String> text, boolean number) {
        TableColumn<Row, T> column = new TableColumn<>(Messages.text(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(view -> new TextCell<>(text, number));
        if (number) {
            column.getStyleClass().add("number-column");
        }
        column.setMinWidth(number ? 72 : 96);
        column.setPrefWidth(number ? 96 : 180);
        return column;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 560;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 320;
    }

    @Override
    protected void layoutChildren() {
        table.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private static final class TextCell<T> extends TableCell<Row, T> {
        private final Function<T, String> text;

        TextCell(Function<T, String> text, boolean number) {
            this.text = text;
            setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? "" : text.apply(item));
        }
    }

    private static final class MarkedRow extends TableRow<Row> {
        @Override
        protected void updateItem(@Nullable Row item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(SUMMARY, item != null && !empty && item.summary());
        }
    }
}
