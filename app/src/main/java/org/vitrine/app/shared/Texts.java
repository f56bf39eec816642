package org.vitrine.app.shared;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vitrine.charts.format.Numbers;

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

    /** Whole numbers are grouped as everywhere else in the window, where the text does not say how. */
    public static String format(String key, Object... arguments) {
        MessageFormat text = new MessageFormat(BUNDLE.getString(key), Locale.ROOT);
        Format[] formats = text.getFormatsByArgumentIndex();
        Object[] shown = arguments.clone();
        for (int i = 0; i < Math.min(formats.length, shown.length); i++) {
            if (formats[i] == null && (shown[i] instanceof Integer || shown[i] instanceof Long)) {
                shown[i] = Numbers.count(((Number) shown[i]).longValue());
            }
        }
        return text.format(shown);
    }
}
