package org.vitrine.app.data.check;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.bars.BarTrack;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.check.FeatureScore;
import org.vitrine.datasets.check.FeatureScores;

/** Columns by what each one alone tells of the target, the most telling first. */
final class ScoreTable extends VBox {
    private static final double ROW = 28;

    private final TableView<FeatureScore> table = new TableView<>();

    ScoreTable() {
        getStyleClass().addAll("vitrine-chart", "bars-view");
        table.setId("score-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<FeatureScore, String> name = new TableColumn<>(Texts.get("import.column"));
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        name.setPrefWidth(200);
        table.getColumns().add(name);
        number("data.checks.information", FeatureScore::mutualInformation);
        bar();
        number("data.checks.pearson", FeatureScore::pearson);
        number("data.checks.spearman", FeatureScore::spearman);
        setMaxWidth(800);
        getChildren().add(table);
    }

    void show(List<FeatureScore> scores) {
        table.getItems().setAll(FeatureScores.sorted(scores));
        table.setPrefHeight(Math.min(12, scores.size()) * ROW + 42);
    }

    private void number(String key, ToDoubleFunction<FeatureScore> value) {
        TableColumn<FeatureScore, Double> column = new TableColumn<>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Double number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? null : Numbers.significant(number, 2));
            }
        });
        column.setPrefWidth(110);
        table.getColumns().add(column);
    }

    private void bar() {
        TableColumn<FeatureScore, FeatureScore> column = new TableColumn<>("");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable FeatureScore score, boolean empty) {
                super.updateItem(score, empty);
                double most = table.getItems().isEmpty()
                        ? 1
                        : table.getItems().stream()
                                .mapToDouble(FeatureScore::mutualInformation)
                                .max()
                                .orElse(1);
                if (empty || score == null) {
                    setGraphic(null);
                    return;
                }
                BarTrack bar = new BarTrack(
                        0,
                        most <= 0 ? 0 : Math.max(0, score.mutualInformation() / most),
                        false,
                        "-color-accent-emphasis");
                bar.setMaxHeight(12);
                setGraphic(new StackPane(bar));
            }
        });
        column.setPrefWidth(200);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}
