package org.vitrine.charts.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vitrine.charts.matrix.ConfusionMatrixView.Cell;
import org.vitrine.charts.testing.Stages;
import org.vitrine.datasets.metrics.ClassificationMetrics;

class ConfusionMatrixViewTest {
    private static final List<String> FASHION = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    private final FxRobot robot = new FxRobot();

    private static ClassificationMetrics metrics(int classes, int each, double right) {
        Random random = new Random(3);
        long[][] counts = new long[classes][classes];
        for (int row = 0; row < classes; row++) {
            for (int i = 0; i < each; i++) {
                boolean hit = random.nextDouble() < right;
                counts[row][hit ? row : random.nextInt(classes)]++;
            }
        }
        return ClassificationMetrics.of(counts);
    }

    private static List<String> digits(int n) {
        return IntStream.range(0, n).mapToObj(Integer::toString).toList();
    }

    private static ConfusionMatrixView matrix(int classes, List<String> names) {
        ConfusionMatrixView view = new ConfusionMatrixView();
        view.show(metrics(classes, 200, 0.8), names);
        return view;
    }

    @Test
    void looksRightInBothThemes() {
        Stages.screenshots("confusion-matrix", 640, 560, () -> matrix(10, digits(10)), view -> view.currentProperty()
                .set(new Cell(4, 9)));
        Stages.screenshots("confusion-matrix-names", 760, 640, () -> matrix(10, FASHION));
        Stages.screenshots("confusion-matrix-2", 420, 320, () -> matrix(2, List.of("negative", "positive")));
        Stages.screenshots(
                "confusion-matrix-20",
                800,
                720,
                () -> matrix(
                        20, IntStream.range(0, 20).mapToObj(i -> "keyword " + i).toList()));
        Stages.screenshots("confusion-matrix-empty", 420, 240, ConfusionMatrixView::new);
        Stages.screenshots("class-metrics-table", 640, 520, () -> {
            ClassMetricsTable table = new ClassMetricsTable();
            table.show(metrics(10, 200, 0.8), FASHION);
            return table;
        });
    }

    @Test
    void aClickOpensTheExamplesBehindACell() {
        List<Cell> opened = new ArrayList<>();
        ConfusionMatrixView view = Stages.show(640, 560, () -> matrix(10, digits(10)));
        Stages.fx(() -> view.onOpenProperty().set(opened::add));
        MatrixCell cell = (MatrixCell) view.lookupAll(".cell").toArray()[37];
        robot.clickOn(cell);
        Stages.until(() -> opened.equals(List.of(new Cell(3, 7))));
        assertThat(view.statusText()).contains("of class 3 predicted as 7");
    }

    @Test
    void theKeyboardReachesEveryCell() {
        List<Cell> opened = new ArrayList<>();
        ConfusionMatrixView view = Stages.show(640, 560, () -> matrix(3, digits(3)));
        Stages.fx(() -> {
            view.onOpenProperty().set(opened::add);
            view.requestFocus();
        });
        robot.push(KeyCode.RIGHT)
                .push(KeyCode.RIGHT)
                .push(KeyCode.DOWN)
                .push(KeyCode.RIGHT)
                .push(KeyCode.RIGHT)
                .push(KeyCode.ENTER);
        Stages.until(() -> opened.equals(List.of(new Cell(1, 2))));
        robot.push(KeyCode.LEFT).push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.SPACE);
        Stages.until(() -> opened.size() == 2 && opened.get(1).equals(new Cell(0, 1)));
    }

    @Test
    void theMouseNamesRowAndColumn() {
        ConfusionMatrixView view = Stages.show(640, 560, () -> matrix(10, FASHION));
        robot.moveTo((MatrixCell) view.lookupAll(".cell").toArray()[6]);
        Stages.until(() -> view.statusText().contains("of class T-shirt/top predicted as Shirt"));
    }

    @Test
    void namesMustMatchTheClasses() {
        ConfusionMatrixView view = Stages.fx(ConfusionMatrixView::new);
        assertThatThrownBy(() -> Stages.fx(() -> view.show(metrics(3, 5, 1), digits(2))))
                .rootCause()
                .hasMessageContaining("3 classes cannot have 2 names");
    }

    @Test
    void averagesStayLastHoweverTheTableIsSorted() {
        ClassMetricsTable table = Stages.show(640, 520, () -> {
            ClassMetricsTable made = new ClassMetricsTable();
            made.show(metrics(10, 200, 0.8), FASHION);
            return made;
        });
        TableView<ClassMetricsTable.Row> rows = table.table();
        Stages.fx(() -> {
            rows.getSortOrder().add(rows.getColumns().get(3));
            rows.sort();
        });
        assertThat(rows.getItems()).hasSize(12);
        assertThat(rows.getItems().subList(0, 10)).isSortedAccordingTo(java.util.Comparator.comparing(r -> r.f1()));
        assertThat(rows.getItems().subList(10, 12)).allMatch(ClassMetricsTable.Row::summary);
    }
}
