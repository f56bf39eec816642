package org.vitrine.app.train;

import java.util.List;
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
            row(0, List.of(Texts.get("train.results.class"), Texts.get("train.results.averagePrecision")));
            for (int i = 0; i < test.perClass().length; i++) {
                row(i + 1, List.of(test.targetNames().get(i), TestScores.text("averagePrecision", test.perClass()[i])));
            }
        } else if (!test.rows().isEmpty()) {
            boolean written = test.rows().stream().anyMatch(row -> row.source().length > 0);
            row(0, headings(written));
            for (int i = 0; i < test.rows().size(); i++) {
                TestEvaluation.LabelRow row = test.rows().get(i);
                String actual = TestScores.row(test, row.actual());
                String read = TestScores.row(test, row.read());
                row(i + 1, written ? List.of(TestScores.row(test, row.source()), actual, read) : List.of(actual, read));
            }
        }
    }

    private static List<String> headings(boolean written) {
        String actual = Texts.get("train.results.row.actual");
        return written
                ? List.of(Texts.get("train.results.row.source"), actual, Texts.get("train.results.row.written"))
                : List.of(actual, Texts.get("train.results.row.read"));
    }

    private void row(int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Label cell = new Label(cells.get(column));
            if (row == 0) {
                cell.getStyleClass().add("text-muted");
            }
            table.add(cell, column, row);
        }
    }
}
