package org.vitrine.editor.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The designer's texts for the user, from {@code org/vitrine/editor/messages.properties}. */
public final class Texts {
    private static final String BUNDLE = "org.vitrine.editor.messages";

    private Texts() {}

    /** The text of a key, its {@code {0}}... filled in. */
    public static String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, Locale.getDefault()).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** The text of a key that may be missing. */
    public static Optional<String> find(String key) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.getDefault());
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** A whole number with a thin separator between groups of three: {@code 1 234 567}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }
}
