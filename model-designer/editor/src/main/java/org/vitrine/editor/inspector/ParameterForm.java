package org.vitrine.editor.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.vitrine.editor.look.FormWords;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.parameter.CommonParameter;
import org.vitrine.graph.parameter.Parameter;

/** A form of parameters that belong to several layers: those of a block, or what several chosen nodes have in common. */
final class ParameterForm extends ParameterGrid {
    private final Map<String, FieldControl> controls = new LinkedHashMap<>();
    private final Map<String, Label> mixed = new LinkedHashMap<>();

    /**
     * @param change receives name and value
     * @param done called when typing in a field, or dragging a slider, is over
     */
    ParameterForm(List<CommonParameter> parameters, FormWords words, BiConsumer<String, Object> change, Runnable done) {
        super(words);
        for (CommonParameter common : parameters) {
            Parameter parameter = common.parameter();
            boolean number = !parameter.type().isEnum() && parameter.type() != boolean.class;
            if (!number || parameter.range().isPresent()) {
                addRow(parameter, control(parameter, change, done));
            }
        }
        show(parameters);
    }

    private void addRow(Parameter parameter, FieldControl control) {
        controls.put(parameter.name(), control);
        Label several = Parts.label(Texts.text("form.mixed"), "form-mixed");
        several.managedProperty().bind(several.visibleProperty());
        mixed.put(parameter.name(), several);
        addRow(parameter, control, new VBox(control.node(), several));
    }

    void show(List<CommonParameter> parameters) {
        for (CommonParameter common : parameters) {
            String name = common.parameter().name();
            FieldControl control = controls.get(name);
            Label several = mixed.get(name);
            if (control != null && several != null) {
                control.show(common.parameter().value());
                several.setVisible(common.mixed());
            }
        }
    }

    /** Brings the keyboard to the first field; false if there is none. */
    boolean focusFirst() {
        Optional<FieldControl> first = controls.values().stream().findFirst();
        first.ifPresent(control -> control.input().requestFocus());
        return first.isPresent();
    }

    boolean isEmpty() {
        return controls.isEmpty();
    }
}
