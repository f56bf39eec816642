package org.vitrine.app.words;

import java.util.function.Supplier;
import javafx.util.StringConverter;

/** Whole numbers as text; text that is none stands for the value before. */
final class WholeNumbers extends StringConverter<Integer> {
    private final Supplier<Integer> before;

    WholeNumbers(Supplier<Integer> before) {
        this.before = before;
    }

    @Override
    public String toString(Integer value) {
        return String.valueOf(value);
    }

    @Override
    public Integer fromString(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            // The field shows the value before again.
            return before.get();
        }
    }
}
