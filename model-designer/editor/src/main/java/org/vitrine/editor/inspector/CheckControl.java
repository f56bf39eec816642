package org.vitrine.editor.inspector;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import org.vitrine.graph.parameter.Parameter;

/** Yes or no. */
final class CheckControl implements FieldControl {
    private final CheckBox box = new CheckBox();
    private boolean showing;

    CheckControl(Parameter parameter, Consumer<Object> commit) {
        show(parameter.value());
        box.selectedProperty().addListener((observable, before, now) -> {
            if (!showing) {
                commit.accept(now);
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node input() {
        return box;
    }

    @Override
    public void show(Object value) {
        showing = true;
        box.setSelected((Boolean) value);
        showing = false;
    }
}
