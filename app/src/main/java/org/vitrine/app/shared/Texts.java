package org.vitrine.app.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The workbench's texts, from {@code messages.properties}. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.vitrine.app.messages");

    private Texts() {}

    public static String get(String key) {
        return BUNDLE.getString(key);
    }

    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    public static String format(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
