package org.vitrine.charts.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the charts module in the language of the JVM. */
public final class Messages {
    private static final String BUNDLE = "org.vitrine.charts.messages";

    private Messages() {}

    /** The text under {@code key}, with {@code {0}}, {@code {1}}... replaced by the arguments as they are. */
    public static String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(strings(arguments));
    }

    private static Object[] strings(Object[] arguments) {
        Object[] strings = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            strings[i] = String.valueOf(arguments[i]);
        }
        return strings;
    }
}
