package org.vitrine.app.explain.inside;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.drawing.Figure;

/** One step of training on the example: the loss, what happens to each parameter, and the values that change most. */
final class StepPane extends VBox {
    private static final int VALUES = 16;

    private final VBox values = new VBox(8);
    private Optional<Figure> figure = Optional.empty();

    StepPane(InsideViewModel model) {
        super(12);
        setId("inside-step");
        getStyleClass().add("inside-arithmetic");
        model.step().subscribe(step -> {
            getChildren().clear();
            values.getChildren().clear();
            figure = Optional.empty();
            step.ifPresent(this::show);
        });
    }

    /** What is shown, for a file. */
    Optional<Figure> figure() {
        return figure;
    }

    private void show(TriedStep step) {
        Label loss = new Label(InsideTexts.loss(step));
        loss.getStyleClass().add("panel-title");
        loss.setWrapText(true);
        Label note = new Label(Texts.get("inside.step.note"));
        note.getStyleClass().add("text-muted");
        note.setWrapText(true);
        GridPane table = grid("parameter", "weight", "gradient", "update", "ratio");
        for (TriedStep.Change change : step.changes()) {
            Hyperlink name = new Hyperlink(change.name());
            name.setOnAction(event -> values(step, change));
            add(table, name, change.norm(), change.gradientNorm(), change.updateNorm(), change.ratio());
        }
        getChildren().addAll(loss, note, table, values);
        if (!step.changes().isEmpty()) {
            values(step, step.changes().get(0));
        }
    }

    private void values(TriedStep step, TriedStep.Change change) {
        figure = Optional.of(InsideFigures.step(step, change));
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
