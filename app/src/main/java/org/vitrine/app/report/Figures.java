package org.vitrine.app.report;

import java.time.Duration;
import org.vitrine.charts.format.Durations;
import org.vitrine.charts.format.Numbers;

/** Numbers as reports and the command line write them. */
public final class Figures {
    private Figures() {}

    public static String percent(double share) {
        return Numbers.percent(share);
    }

    public static String number(double value) {
        return Numbers.value(value);
    }

    public static String seconds(double seconds) {
        return Durations.text(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
