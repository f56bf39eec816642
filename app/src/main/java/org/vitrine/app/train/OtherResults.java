package org.vitrine.app.train;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import org.vitrine.app.report.TestScores;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Test results beyond classes and values: average precision by class, or rows of labels as they were read. */
final class OtherResults extends ScrollPane {
    private final GridPane table = new GridPane(24, 4);

    OtherResults() {
        setId("other-results");
        setContent(table);
        setFitToWidth(true);
    }

    /** All figures in one line. */
    static String summary(TestEvaluation test) {
        Stream<String> figures = test.figures().entrySet().stream()
                .map(figure -> Texts.get("result." + figure.getKey()) + " "
                        + TestScores.text(figure.getKey(), figure.getValue()));
        Stream<String> loss = Stream.of(Texts.get("result.loss") + " " + Numbers.significant(test.loss(), 4));
        return Stream.concat(figures, loss).collect(Collectors.joining(", "));
    }

    void show(TestEvaluation test) {
        table.getChildren().clear();
        if (test.perClass().length > 0) {
            row(0, Texts.get("train.results.class"), Texts.get("train.results.averagePrecision"));
            for (int i = 0; i < test.perClass().length; i++) {
                row(i + 1, test.targetNames().get(i), TestScores.text("averagePrecision", test.perClass()[i]));
            }
        } else if (!test.rows().isEmpty()) {
            row(0, Texts.get("train.results.row.actual"), Texts.get("train.results.row.read"));
            for (int i = 0; i < test.rows().size(); i++) {
                TestEvaluation.LabelRow row = test.rows().get(i);
                row(i + 1, TestScores.row(test, row.actual()), TestScores.row(test, row.read()));
            }
        }
    }

    private void row(int row, String left, String right) {
        Label name = new Label(left);
        Label value = new Label(right);
        if (row == 0) {
            name.getStyleClass().add("text-muted");
            value.getStyleClass().add("text-muted");
        }
        table.addRow(row, name, value);
    }
}
