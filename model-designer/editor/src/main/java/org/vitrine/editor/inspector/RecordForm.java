package org.vitrine.editor.inspector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
import org.vitrine.graph.parameter.Parameters;

/**
 * A form made from the components of a record: numbers with their ranges, choices, check boxes. Each valid change gives
 * a new record at once.
 */
public final class RecordForm<R extends Record> extends GridPane {
    private final FormWords words;
    private final BiPredicate<R, String> relevant;
    private final Consumer<R> onChange;
    private final Runnable onDone;
    private final Map<String, FieldControl> controls = new LinkedHashMap<>();
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper help = new ReadOnlyStringWrapper("");
    private R value;

    /**
     * @param relevant whether a component matters for the other values; one that does not is disabled
     * @param onChange receives each changed record
     * @param onDone called when typing in a field, or dragging a slider, is over
     */
    public RecordForm(
            R initial, FormWords words, BiPredicate<R, String> relevant, Consumer<R> onChange, Runnable onDone) {
        value = initial;
        this.words = words;
        this.relevant = relevant;
        this.onChange = onChange;
        this.onDone = onDone;
        getStyleClass().add("record-form");
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(42);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        right.setFillWidth(true);
        getColumnConstraints().addAll(left, right);
        for (Parameter parameter : Parameters.of(initial)) {
            addRow(parameter);
        }
        enable();
    }

    private void addRow(Parameter parameter) {
        String name = parameter.name();
        FieldControl control = control(parameter);
        controls.put(name, control);
        Label label = new Label(words.label().apply(name));
        label.setWrapText(true);
        label.getStyleClass().add("form-label");
        label.setLabelFor(control.input());
        labels.put(name, label);
        Tooltip tooltip = new Tooltip(words.help().apply(name));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        tooltip.setShowDelay(Duration.millis(300));
        label.setTooltip(tooltip);
        Node input = control.input();
        input.setId("field-" + name);
        input.setAccessibleText(label.getText());
        input.setAccessibleHelp(words.help().apply(name));
        input.focusedProperty().addListener((observable, before, focused) -> {
            if (focused) {
                help.set(words.label().apply(name) + ": " + words.help().apply(name));
            }
        });
        int row = controls.size() - 1;
        setValignment(label, VPos.TOP);
        add(label, 0, row);
        add(control.node(), 1, row);
    }

    private FieldControl control(Parameter parameter) {
        Consumer<Object> commit = changed -> change(parameter.name(), changed);
        Consumer<Object> commitAtOnce = changed -> {
            onDone.run();
            change(parameter.name(), changed);
            onDone.run();
        };
        if (parameter.type().isEnum()) {
            return new ChoiceControl(parameter, words.choice(), commitAtOnce);
        }
        if (parameter.type() == boolean.class) {
            return new CheckControl(parameter, commitAtOnce);
        }
        if (parameter.range().isPresent()) {
            return new NumberControl(parameter, commit, onDone);
        }
        throw new IllegalArgumentException("No control for '" + parameter.name() + "' of type "
                + parameter.type().getName() + ": give it a @Range or make it an enum");
    }

    private void change(String name, Object changed) {
        value = Parameters.with(value, name, changed);
        enable();
        onChange.accept(value);
    }

    private void enable() {
        controls.forEach((name, control) -> {
            boolean matters = relevant.test(value, name);
            control.node().setDisable(!matters);
            Label label = labels.get(name);
            if (label != null) {
                label.setDisable(!matters);
            }
        });
    }

    /** Shows a record from outside, such as after undo. */
    public void show(R shown) {
        value = shown;
        for (Parameter parameter : Parameters.of(shown)) {
            FieldControl control = controls.get(parameter.name());
            if (control != null) {
                control.show(parameter.value());
            }
        }
        enable();
    }

    /** Brings the keyboard to the first field; false if there is none. */
    public boolean focusFirst() {
        for (FieldControl control : controls.values()) {
            if (!control.node().isDisabled()) {
                control.input().requestFocus();
                return true;
            }
        }
        return false;
    }

    /** The help of the field with the focus. */
    public ReadOnlyStringProperty helpProperty() {
        return help.getReadOnlyProperty();
    }
}
