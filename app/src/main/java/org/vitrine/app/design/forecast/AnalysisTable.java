package org.vitrine.app.design.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.shared.Units;
import org.vitrine.charts.bars.BarTrack;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Numbers;
import org.vitrine.graph.model.NodeId;

/** The layers with their costs, sortable by each of them. */
final class AnalysisTable extends VBox {
    private static final double ROW = 26;

    private final TableView<AnalysisRow> table = new TableView<>();
    private Analysis analysis = Analysis.NONE;
    private Quantity shared = Quantity.MULTIPLY_ADDS;
    private boolean filling;

    AnalysisTable() {
        getStyleClass().addAll("vitrine-chart", "bars-view");
        table.setId("analysis-table");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(Texts.get("analysis.empty")));
        table.getStyleClass().addAll("dense", "striped");
        text("layer", 84, AnalysisRow::name);
        text("type", 110, AnalysisRow::title);
        text("output", 96, AnalysisRow::output);
        number(
                "parameters",
                100,
                row -> row.cost().parameters(),
                row -> Numbers.count(row.cost().parameters()));
        number(
                "multiplyAdds",
                104,
                row -> row.cost().multiplyAdds(),
                row -> Units.count(row.cost().multiplyAdds()));
        number(
                "memory",
                74,
                row -> row.cost().activationBytes(),
                row -> Units.bytes(row.cost().activationBytes()));
        share();
        number("field", 106, AnalysisRow::fieldSize, AnalysisRow::field);
        number(
                "time",
                72,
                row -> row.seconds().orElse(-1),
                row -> row.seconds().isPresent() ? Units.seconds(row.seconds().getAsDouble()) : "\u2013");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    /** Tells which node a person chose. */
    void onChosen(Consumer<NodeId> chosen) {
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && !filling) {
                chosen.accept(now.cost().node());
            }
        });
    }

    void show(Analysis now, Quantity sharing, Optional<NodeId> selected) {
        analysis = now;
        shared = sharing == Quantity.NONE ? Quantity.MULTIPLY_ADDS : sharing;
        filling = true;
        List<TableColumn<AnalysisRow, ?>> order = List.copyOf(table.getSortOrder());
        table.getItems().setAll(now.rows());
        table.getSortOrder().setAll(order);
        table.sort();
        table.refresh();
        filling = false;
        select(selected);
    }

    /** Follows the selection on the canvas. */
    void select(Optional<NodeId> node) {
        filling = true;
        Optional<AnalysisRow> row = node.flatMap(id -> table.getItems().stream()
                .filter(each -> each.cost().node().equals(id))
                .findFirst());
        if (row.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (!row.get().equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(row.get());
            table.scrollTo(row.get());
        }
        filling = false;
    }

    private void text(String id, double width, Function<AnalysisRow, String> value) {
        TableColumn<AnalysisRow, String> column = column(id, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        table.getColumns().add(column);
    }

    private void number(
            String id, double width, ToDoubleFunction<AnalysisRow> value, Function<AnalysisRow, String> text) {
        TableColumn<AnalysisRow, AnalysisRow> column = column(id, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(Comparator.comparingDouble(value));
        column.getStyleClass().add("number-column");
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable AnalysisRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : text.apply(row));
            }
        });
        table.getColumns().add(column);
    }

    private void share() {
        TableColumn<AnalysisRow, AnalysisRow> column = column("share", 104);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(Comparator.comparingDouble(row -> analysis.share(shared, row)));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable AnalysisRow row, boolean empty) {
                super.updateItem(row, empty);
                if (empty || row == null) {
                    setGraphic(null);
                    return;
                }
                double share = analysis.share(shared, row);
                BarTrack bar = new BarTrack(0, share, false, "-color-accent-emphasis");
                bar.setMaxHeight(10);
                HBox.setHgrow(bar, Priority.ALWAYS);
                Label percent = new Label(Numbers.percent(share));
                percent.setMinWidth(44);
                HBox box = new HBox(6, bar, percent);
                box.setAlignment(Pos.CENTER_LEFT);
                setGraphic(box);
            }
        });
        table.getColumns().add(column);
    }

    private static <T> TableColumn<AnalysisRow, T> column(String id, double width) {
        TableColumn<AnalysisRow, T> column = new TableColumn<>(TableText.column(id));
        column.setId("analysis-" + id);
        column.setPrefWidth(width);
        return column;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}
