package org.vitrine.app.train;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.action.Action;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.matrix.ClassMetricsTable;
import org.vitrine.charts.matrix.ConfusionMatrixView;
import org.vitrine.charts.scatter.RegressionScatterView;
import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.datasets.metrics.RegressionMetrics;
import org.vitrine.runs.evaluation.TestEvaluation;

/** What the model scored on the test part: confusion matrix and scores per class, or predicted against true values. */
final class ResultsPane extends StackPane {
    /** What is measured of models that write on from a text, and of no others. */
    private static final String OF_LANGUAGE_MODELS = "bitsPerToken";

    private final ObjectProperty<Optional<TestEvaluation>> evaluation = new SimpleObjectProperty<>(Optional.empty());
    private final ConfusionMatrixView matrix = new ConfusionMatrixView();
    private final ClassMetricsTable table = new ClassMetricsTable();
    private final RegressionScatterView scatter = new RegressionScatterView();
    private final Label summary = new Label();
    private final OtherResults others = new OtherResults();
    private final Label hint = new Label(Texts.get("train.results.hint"));
    private final Button see;
    private final VBox page;
    private final HBox classes;

    ResultsPane(Action explain, BiConsumer<Integer, Integer> openCell) {
        matrix.setId("confusion-matrix");
        matrix.onOpenProperty().set(cell -> {
            if (evaluation.get().filter(TestEvaluation::classes).isPresent()) {
                openCell.accept(cell.actual(), cell.predicted());
            }
        });
        summary.setId("test-summary");
        summary.getStyleClass().add("card-title");
        see = new Button(Texts.get("train.explain"), new FontIcon("mdi2e-eye-outline"));
        see.setId("train-explain");
        see.getStyleClass().add("accent");
        see.disableProperty().bind(explain.disabled());
        see.setOnAction(event -> explain.run());
        hint.getStyleClass().add("text-muted");
        HBox top = new HBox(16, summary, see, hint);
        top.setAlignment(Pos.CENTER_LEFT);
        classes = new HBox(16, matrix, table);
        HBox.setHgrow(matrix, Priority.ALWAYS);
        HBox.setHgrow(table, Priority.SOMETIMES);
        StackPane figures = new StackPane(classes, scatter, others);
        VBox.setVgrow(figures, Priority.ALWAYS);
        page = new VBox(8, top, figures);
        Label empty = new Label(Texts.get("train.results.empty"));
        empty.getStyleClass().add("empty-state");
        empty.visibleProperty().bind(page.visibleProperty().not());
        getChildren().addAll(page, empty);
        evaluation.subscribe(this::show);
    }

    ObjectProperty<Optional<TestEvaluation>> evaluationProperty() {
        return evaluation;
    }

    private void show(Optional<TestEvaluation> results) {
        page.setVisible(results.isPresent());
        results.ifPresent(test -> {
            classes.setVisible(test.hasConfusion());
            scatter.setVisible(test.values());
            hint.setVisible(test.classes());
            others.setVisible(!test.hasConfusion() && !test.values());
            boolean writes = test.figures().containsKey(OF_LANGUAGE_MODELS)
                    || test.rows().stream().anyMatch(row -> row.source().length > 0);
            see.setVisible(test.classes() || test.values() || writes);
            see.setText(Texts.get(writes ? "train.write" : "train.explain"));
            if (test.classes()) {
                showClasses(test);
            } else if (test.values()) {
                showValues(test);
            } else {
                showOthers(test);
            }
        });
    }

    private void showClasses(TestEvaluation test) {
        ClassificationMetrics metrics =
                ClassificationMetrics.of(test.targetNames().size(), test.actual(), test.predicted());
        matrix.show(metrics, test.targetNames());
        table.show(metrics, test.targetNames());
        summary.setText(Texts.format(
                "train.results.classes",
                Numbers.percent(metrics.accuracy()),
                Numbers.count(test.actual().length),
                Numbers.significant(test.loss(), 4)));
    }

    private void showOthers(TestEvaluation test) {
        summary.setText(OtherResults.summary(test));
        if (test.hasConfusion()) {
            ClassificationMetrics metrics =
                    ClassificationMetrics.of(test.targetNames().size(), test.actual(), test.predicted());
            matrix.show(metrics, test.targetNames());
            table.show(metrics, test.targetNames());
        } else {
            others.show(test);
        }
    }

    private void showValues(TestEvaluation test) {
        float[] actual = firstColumn(test.actualValues());
        float[] predicted = firstColumn(test.outputs());
        scatter.show(actual, predicted);
        RegressionMetrics metrics = RegressionMetrics.of(actual, predicted);
        String errors = Texts.format(
                "train.results.values",
                Numbers.significant(metrics.rmse(), 4),
                Numbers.significant(metrics.mae(), 4),
                Numbers.significant(metrics.r2(), 4),
                Numbers.count(actual.length));
        summary.setText(test.figures().isEmpty() ? errors : errors + "\n" + OtherResults.summary(test));
    }

    private static float[] firstColumn(float[][] rows) {
        float[] column = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][0];
        }
        return column;
    }
}
