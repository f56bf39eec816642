package org.vitrine.editor.inspector;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.vitrine.editor.look.FormWords;
import org.vitrine.graph.parameter.Parameter;

/** Two columns: what a parameter is called, and the field that changes it. */
abstract class ParameterGrid extends GridPane {
    private final FormWords words;
    private int rows;

    ParameterGrid(FormWords words) {
        this.words = words;
        getStyleClass().add("record-form");
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(42);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        right.setFillWidth(true);
        getColumnConstraints().addAll(left, right);
    }

    final FormWords words() {
        return words;
    }

    /** Adds a row whose right side is {@code field}, which holds the control; gives its label. */
    final Label addRow(Parameter parameter, FieldControl control, Node field) {
        String name = parameter.name();
        Label label = new Label(words.label().apply(name));
        label.setWrapText(true);
        label.getStyleClass().add("form-label");
        label.setLabelFor(control.input());
        Tooltip tooltip = new Tooltip(words.help().apply(name));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        tooltip.setShowDelay(Duration.millis(300));
        label.setTooltip(tooltip);
        control.input().setId("field-" + name);
        control.input().setAccessibleText(label.getText());
        control.input().setAccessibleHelp(words.help().apply(name));
        setValignment(label, VPos.TOP);
        add(label, 0, rows);
        add(field, 1, rows);
        rows++;
        return label;
    }

    /**
     * The control that fits the type of a parameter.
     *
     * @param change receives name and value
     * @param done called when typing in a field, or dragging a slider, is over; around a choice that is made at once
     */
    final FieldControl control(Parameter parameter, BiConsumer<String, Object> change, Runnable done) {
        Consumer<Object> commit = value -> change.accept(parameter.name(), value);
        Consumer<Object> commitAtOnce = value -> {
            done.run();
            commit.accept(value);
            done.run();
        };
        if (parameter.type().isEnum()) {
            return new ChoiceControl(parameter, words.choice(), commitAtOnce);
        }
        if (parameter.type() == boolean.class) {
            return new CheckControl(parameter, commitAtOnce);
        }
        if (parameter.range().isPresent()) {
            return new NumberControl(parameter, commit, done);
        }
        throw new IllegalArgumentException("No control for '" + parameter.name() + "' of type "
                + parameter.type().getName() + ": give it a @Range or make it an enum");
    }
}
