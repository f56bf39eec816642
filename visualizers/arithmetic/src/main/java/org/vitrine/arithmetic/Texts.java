package org.vitrine.arithmetic;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.parameter.SpecTexts;

/** Titles of numbers. */
final class Texts {
    private Texts() {}

    static String of(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("org.vitrine.arithmetic.messages", Locale.getDefault())
                .getString(key);
        return new MessageFormat(pattern, Locale.ROOT)
                .format(Arrays.stream(arguments).map(String::valueOf).toArray());
    }

    /** Such as "Dense [3]". */
    static String cell(LayerSpec spec, Cell cell) {
        return of("cell", SpecTexts.title(spec), cell.toString());
    }
}
