package org.vitrine.charts.preview;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.canvas.TextWidth;

/** Rows of a table as they are. Only those in sight are asked for. */
public final class RowsTable extends StackPane {
    private static final int MOST_COLUMNS = 60;
    private static final double ROW = 28;
    /** Rows whose texts columns are made wide enough for. */
    private static final int MEASURED = 20;

    private static final double LEAST = 72;
    private static final double MOST = 240;
    private static final double PADDING = 20;

    private final TextWidth widths = new TextWidth();
    /** Never seen: it has the font of the window. */
    private final Label probe = new Label();

    private List<List<String>> first = List.of();
    private final TableView<Integer> table = new TableView<>();

    public RowsTable() {
        getStyleClass().addAll("vitrine-chart", "rows-table");
        table.setId("rows-table");
        table.setFixedCellSize(ROW);
        setMinHeight(100);
        probe.setVisible(false);
        probe.setManaged(false);
        probe.fontProperty().addListener((observable, before, now) -> fit(now));
        getChildren().addAll(table, probe);
    }

    /**
     * Shows rows.
     *
     * @param cells the cells of a row, one a column; called for rows in sight, on the FX thread
     */
    public void show(List<String> columns, ObservableList<Integer> rows, Function<Integer, List<String>> cells) {
        table.getColumns().clear();
        first = rows.stream().limit(MEASURED).map(cells).toList();
        for (int i = 0; i < Math.min(MOST_COLUMNS, columns.size()); i++) {
            int place = i;
            TableColumn<Integer, String> column = new TableColumn<>(columns.get(i));
            column.setSortable(false);
            column.setCellValueFactory(row -> {
                List<String> texts = cells.apply(row.getValue());
                return new ReadOnlyStringWrapper(place < texts.size() ? texts.get(place) : "");
            });
            table.getColumns().add(column);
        }
        fit(probe.getFont());
        table.setItems(rows);
        setPrefHeight(Math.min(10, rows.size()) * ROW + 44);
    }

    /** Gives columns room for their heads and for what the first rows hold. */
    private void fit(Font plain) {
        Font bold = Font.font(plain.getFamily(), FontWeight.BOLD, plain.getSize());
        for (int i = 0; i < table.getColumns().size(); i++) {
            double widest = widths.of(table.getColumns().get(i).getText(), bold);
            for (List<String> row : first) {
                widest = Math.max(widest, i < row.size() ? widths.of(row.get(i), plain) : 0);
            }
            table.getColumns().get(i).setPrefWidth(Math.max(LEAST, Math.min(MOST, Math.ceil(widest) + PADDING)));
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}
