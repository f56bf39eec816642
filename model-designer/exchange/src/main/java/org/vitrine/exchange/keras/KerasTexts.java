package org.vitrine.exchange.keras;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What users read about an import. */
final class KerasTexts {
    private KerasTexts() {}

    /** Numbers are shown as they are, without separators. */
    static String of(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("org.vitrine.exchange.keras.keras", Locale.getDefault())
                .getString(key);
        return new MessageFormat(pattern, Locale.ROOT)
                .format(Stream.of(arguments).map(String::valueOf).toArray());
    }
}
