package org.vitrine.app.report;

import java.time.Duration;
import java.util.Locale;
import org.vitrine.charts.format.Durations;
import org.vitrine.charts.format.Numbers;

/** Numbers as reports and the command line write them. */
public final class Figures {
    private Figures() {}

    /** A time still to come, in whole seconds. */
    public static String left(double seconds) {
        return Double.isFinite(seconds) ? Durations.text(Duration.ofSeconds(Math.round(seconds))) : "-";
    }

    public static String percent(double share) {
        return Numbers.percent(share);
    }

    public static String number(double value) {
        return Numbers.value(value);
    }

    /** A time that was measured: short ones with decimals. */
    public static String seconds(double seconds) {
        return seconds < 10
                ? String.format(Locale.ROOT, seconds < 1 ? "%.2f s" : "%.1f s", seconds)
                : Durations.text(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
