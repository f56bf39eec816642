package org.vitrine.editor.inspector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import org.vitrine.editor.look.FormWords;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/**
 * A form made from the components of a record: numbers with their ranges, choices, check boxes. Each valid change gives
 * a new record at once.
 */
public final class RecordForm<R extends Record> extends ParameterGrid {
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
        super(words);
        value = initial;
        this.relevant = relevant;
        this.onChange = onChange;
        this.onDone = onDone;
        for (Parameter parameter : Parameters.of(initial)) {
            addRow(parameter);
        }
        enable();
    }

    private void addRow(Parameter parameter) {
        String name = parameter.name();
        FieldControl control = control(parameter, this::change, onDone);
        controls.put(name, control);
        labels.put(name, addRow(parameter, control, control.node()));
        control.input().focusedProperty().addListener((observable, before, focused) -> {
            if (focused) {
                help.set(words().label().apply(name) + ": " + words().help().apply(name));
            }
        });
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
