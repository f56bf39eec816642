package org.vitrine.app.shared;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What choices are called. Nobody types them. */
public final class Shown<T> extends StringConverter<T> {
    private final Function<T, String> text;

    public Shown(Function<T, String> text) {
        this.text = text;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : text.apply(value);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("Choices are not typed");
    }
}
