package org.vitrine.app.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of reports, from {@code report.properties}. */
final class ReportTexts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.vitrine.app.report.report");

    private ReportTexts() {}

    static String get(String key) {
        return BUNDLE.getString(key);
    }

    static String format(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
