package org.vitrine.editor.inspector;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.vitrine.graph.parameter.Parameter;

/** One of the values of an enum. */
final class ChoiceControl implements FieldControl {
    private final ChoiceBox<Enum<?>> box = new ChoiceBox<>();
    private boolean showing;

    ChoiceControl(Parameter parameter, Function<Enum<?>, String> text, Consumer<Object> commit) {
        for (Object constant : parameter.type().getEnumConstants()) {
            box.getItems().add((Enum<?>) constant);
        }
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<Enum<?>>() {
            @Override
            public String toString(@Nullable Enum<?> value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public Enum<?> fromString(String shown) {
                throw new UnsupportedOperationException("A choice box never reads text");
            }
        });
        show(parameter.value());
        box.valueProperty().addListener((observable, before, now) -> {
            if (!showing && now != null) {
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
        box.setValue((Enum<?>) value);
        showing = false;
    }
}
