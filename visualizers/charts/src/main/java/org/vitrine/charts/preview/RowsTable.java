package org.vitrine.charts.preview;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.vitrine.charts.canvas.Stylesheet;

/** Rows of a table as they are. Only those in sight are asked for. */
public final class RowsTable extends StackPane {
    private static final int MOST_COLUMNS = 60;
    private static final double ROW = 28;

    private final TableView<Integer> table = new TableView<>();

    public RowsTable() {
        getStyleClass().addAll("vitrine-chart", "rows-table");
        table.setId("rows-table");
        table.setFixedCellSize(ROW);
        setMinHeight(100);
        getChildren().add(table);
    }

    /**
     * Shows rows.
     *
     * @param cells the cells of a row, one a column; called for rows in sight, on the FX thread
     */
    public void show(List<String> columns, ObservableList<Integer> rows, Function<Integer, List<String>> cells) {
        table.getColumns().clear();
        for (int i = 0; i < Math.min(MOST_COLUMNS, columns.size()); i++) {
            int place = i;
            TableColumn<Integer, String> column = new TableColumn<>(columns.get(i));
            column.setSortable(false);
            column.setPrefWidth(Math.max(72, 16 + 8 * columns.get(i).length()));
            column.setCellValueFactory(row -> {
                List<String> texts = cells.apply(row.getValue());
                return new ReadOnlyStringWrapper(place < texts.size() ? texts.get(place) : "");
            });
            table.getColumns().add(column);
        }
        table.setItems(rows);
        setPrefHeight(Math.min(10, rows.size()) * ROW + 44);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}
