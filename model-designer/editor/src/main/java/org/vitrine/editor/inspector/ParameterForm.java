package org.vitrine.editor.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.editor.look.FormWords;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.parameter.CommonParameter;
import org.vitrine.graph.parameter.Parameter;

/** A form of parameters that belong to several layers: those of a block, or what several chosen nodes have in common. */
final class ParameterForm extends GridPane {
    private final Map<String, FieldControl> controls = new LinkedHashMap<>();
    private final Map<String, Label> mixed = new LinkedHashMap<>();
    private final FormWords words;
    private final BiConsumer<String, Object> change;
    private final Runnable done;

    /**
     * @param change receives name and value
     * @param done called when typing in a field, or dragging a slider, is over
     */
    ParameterForm(List<CommonParameter> parameters, FormWords words, BiConsumer<String, Object> change, Runnable done) {
        this.words = words;
        this.change = change;
        this.done = done;
        getStyleClass().add("record-form");
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(42);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        right.setFillWidth(true);
        getColumnConstraints().addAll(left, right);
        for (CommonParameter common : parameters) {
            boolean number =
                    !common.parameter().type().isEnum() && common.parameter().type() != boolean.class;
            if (!number || common.parameter().range().isPresent()) {
                addRow(common.parameter());
            }
        }
        show(parameters);
    }

    private void addRow(Parameter parameter) {
        String name = parameter.name();
        FieldControl control = control(parameter);
        controls.put(name, control);
        Label label = new Label(words.label().apply(name));
        label.setWrapText(true);
        label.getStyleClass().add("form-label");
        label.setLabelFor(control.input());
        label.setTooltip(new Tooltip(words.help().apply(name)));
        control.input().setId("field-" + name);
        control.input().setAccessibleText(label.getText());
        control.input().setAccessibleHelp(words.help().apply(name));
        Label several = Parts.label(Texts.text("form.mixed"), "form-mixed");
        several.managedProperty().bind(several.visibleProperty());
        mixed.put(name, several);
        int row = controls.size() - 1;
        setValignment(label, VPos.TOP);
        add(label, 0, row);
        add(new VBox(control.node(), several), 1, row);
    }

    private FieldControl control(Parameter parameter) {
        Consumer<Object> commit = value -> change.accept(parameter.name(), value);
        Consumer<Object> commitAtOnce = value -> {
            done.run();
            change.accept(parameter.name(), value);
            done.run();
        };
        if (parameter.type().isEnum()) {
            return new ChoiceControl(parameter, words.choice(), commitAtOnce);
        }
        return parameter.type() == boolean.class
                ? new CheckControl(parameter, commitAtOnce)
                : new NumberControl(parameter, commit, done);
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
