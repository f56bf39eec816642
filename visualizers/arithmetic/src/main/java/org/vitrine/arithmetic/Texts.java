package org.vitrine.arithmetic;

import java.util.ResourceBundle;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.parameter.SpecTexts;

/** Titles of numbers. */
final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.vitrine.arithmetic.messages");

    private Texts() {}

    /** Without {@link java.text.MessageFormat}, whose parsing takes most of the time of a large layer. */
    static String of(String key, Object... arguments) {
        String text = BUNDLE.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** Such as "Dense [3]". */
    static String cell(LayerSpec spec, Cell cell) {
        return of("cell", SpecTexts.title(spec), cell.toString());
    }
}
