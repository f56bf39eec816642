package org.vitrine.charts.curves;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** The box beside the crosshair with the value of each curve. */
final class Readout extends GridPane {
    private static final double GAP = 12;

    Readout() {
        getStyleClass().add("readout");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    record Row(Color color, String name, String value) {}

    /** Shows the rows beside (x, y), on the side where there is room within the given width and height. */
    void show(String title, List<Row> rows, double x, double y, double width, double height) {
        getChildren().clear();
        Label heading = new Label(title);
        heading.getStyleClass().add("readout-title");
        add(heading, 0, 0, 3, 1);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            add(new Circle(4, row.color()), 0, i + 1);
            add(new Label(row.name()), 1, i + 1);
            add(new Label(row.value()), 2, i + 1);
        }
        applyCss();
        autosize();
        double right = x + GAP;
        double left = x - GAP - getWidth();
        setLayoutX(right + getWidth() <= width || left < 0 ? right : left);
        setLayoutY(Math.max(0, Math.min(height - getHeight(), y - getHeight() / 2)));
        setVisible(true);
    }
}
