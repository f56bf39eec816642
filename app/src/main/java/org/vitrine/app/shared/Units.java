package org.vitrine.app.shared;

import java.time.Duration;
import java.util.Locale;
import org.vitrine.charts.format.Durations;
import org.vitrine.charts.format.Numbers;

/** Quantities with their unit and as many digits as tell something. */
public final class Units {
    private static final int EXACT = 100_000;

    private Units() {}

    /** A count: exact up to five digits, then 1.23M. */
    public static String count(long value) {
        return Math.abs(value) < EXACT ? Numbers.count(value) : Numbers.significant((double) value, 3);
    }

    /** Memory: 824 B, 1.5 kB, 369 MB, 1.25 GB, each 1,024 of the last. */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes / 1024.0;
        String unit = "kB";
        for (String larger : new String[] {"MB", "GB", "TB"}) {
            if (value < 1000) {
                break;
            }
            value /= 1024;
            unit = larger;
        }
        return digits(value) + " " + unit;
    }

    /** A time: 12 \u00b5s, 3.4 ms, 1.25 s, 2 min 5 s. */
    public static String seconds(double seconds) {
        if (Double.isNaN(seconds)) {
            return Numbers.value(seconds);
        }
        if (seconds < 1e-3) {
            return digits(seconds * 1e6) + " \u00b5s";
        }
        if (seconds < 1) {
            return digits(seconds * 1e3) + " ms";
        }
        return seconds < 60 ? digits(seconds) + " s" : Durations.text(Duration.ofSeconds(Math.round(seconds)));
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
