package org.vitrine.editor.inspector;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The small parts that the sections of the inspector are made of. */
final class Parts {
    private Parts() {}

    static Label heading(String text) {
        return label(text, "inspector-heading");
    }

    static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    static VBox column(Node... children) {
        VBox column = new VBox(children);
        column.getStyleClass().add("inspector-section");
        return column;
    }

    /** Two columns: what, and its value. */
    static GridPane facts() {
        GridPane facts = new GridPane();
        facts.getStyleClass().add("inspector-facts");
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(42);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(left, right);
        return facts;
    }

    static void addFact(GridPane facts, String what, String value) {
        int row = facts.getRowCount();
        facts.add(label(what, "form-label"), 0, row);
        facts.add(label(value, "fact-value"), 1, row);
    }
}
