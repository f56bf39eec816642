package org.vitrine.app.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command line says, from {@code cli.properties}. */
final class CliTexts {
    static final String BUNDLE_NAME = "org.vitrine.app.cli.cli";
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(BUNDLE_NAME);

    private CliTexts() {}

    static String get(String key) {
        return BUNDLE.getString(key);
    }

    static String format(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
