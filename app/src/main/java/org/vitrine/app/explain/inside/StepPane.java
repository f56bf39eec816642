package org.vitrine.app.explain.inside;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;

/** One step of training on the example: the loss, what happens to each parameter, and the values that change most. */
final class StepPane extends VBox {
    private static final int VALUES = 16;

    private final VBox values = new VBox(8);

    StepPane(InsideViewModel model) {
        super(12);
        setId("inside-step");
        getStyleClass().add("inside-arithmetic");
        model.step().subscribe(step -> {
            getChildren().clear();
            values.getChildren().clear();
            step.ifPresent(this::show);
        });
    }

    private void show(TriedStep step) {
        Label loss = new Label(Texts.format(
                "inside.step.loss",
                Numbers.value(step.lossBefore()),
                Numbers.value(step.lossAfter()),
                Numbers.value(step.learningRate())));
        loss.getStyleClass().add("panel-title");
        loss.setWrapText(true);
        Label note = new Label(Texts.get("inside.step.note"));
        note.getStyleClass().add("text-muted");
        note.setWrapText(true);
        GridPane table = grid("parameter", "weight", "gradient", "update", "ratio");
        for (TriedStep.Change change : step.changes()) {
            Hyperlink name = new Hyperlink(change.name());
            name.setOnAction(event -> values(change));
            add(table, name, change.norm(), change.gradientNorm(), change.updateNorm(), ratio(change));
        }
        getChildren().addAll(loss, note, table, values);
        if (!step.changes().isEmpty()) {
            values(step.changes().get(0));
        }
    }

    private static double ratio(TriedStep.Change change) {
        return change.norm() == 0 ? Double.NaN : change.updateNorm() / change.norm();
    }

    private void values(TriedStep.Change change) {
        Label title = new Label(Texts.format("inside.step.values", change.name()));
        title.getStyleClass().add("panel-title");
        GridPane table = grid("cell", "before", "gradient", "update", "after");
        List<TriedStep.Value> most = change.values(VALUES);
        for (TriedStep.Value value : most) {
            add(
                    table,
                    new Label(value.cell().toString()),
                    value.before(),
                    value.gradient(),
                    value.update(),
                    value.after());
        }
        values.getChildren().setAll(title, table);
    }

    private static GridPane grid(String... columns) {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(2);
        for (int i = 0; i < columns.length; i++) {
            Label head = new Label(Texts.get("inside.step." + columns[i]));
            head.getStyleClass().add("text-muted");
            if (i > 0) {
                GridPane.setHalignment(head, HPos.RIGHT);
            }
            grid.add(head, i, 0);
        }
        return grid;
    }

    private static void add(GridPane grid, Node name, double... numbers) {
        int row = grid.getRowCount();
        grid.add(name, 0, row);
        for (int i = 0; i < numbers.length; i++) {
            Label number = new Label(Numbers.value(numbers[i]));
            GridPane.setHalignment(number, HPos.RIGHT);
            grid.add(number, i + 1, row);
        }
    }
}
