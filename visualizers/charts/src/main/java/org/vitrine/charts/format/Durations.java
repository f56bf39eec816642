package org.vitrine.charts.format;

import java.time.Duration;
import java.util.Optional;
import org.vitrine.charts.i18n.Messages;

/** Durations as people say them, at most two units: {@code 45 s}, {@code 2 min 05 s}, {@code 1 h 07 min}, {@code 3 d 4 h}. */
public final class Durations {
    private Durations() {}

    /** Durations under a second read as {@code less than 1 s}; zero is {@code 0 s}; negative ones are zero. */
    public static String text(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds == 0) {
            return duration.isNegative() || duration.isZero()
                    ? Messages.text("duration.seconds", 0)
                    : Messages.text("duration.moment");
        }
        if (seconds < 60) {
            return Messages.text("duration.seconds", seconds);
        }
        if (seconds < 3600) {
            return Messages.text("duration.minutes", seconds / 60, two(seconds % 60));
        }
        if (seconds < 86_400) {
            return Messages.text("duration.hours", seconds / 3600, two(seconds % 3600 / 60));
        }
        return Messages.text("duration.days", seconds / 86_400, seconds % 86_400 / 3600);
    }

    /**
     * The time still needed when {@code done} of {@code total} steps took {@code elapsed}, taking all steps as equally long;
     * empty before the first step, when the total is unknown (0), or when the work is done.
     */
    public static Optional<Duration> remaining(Duration elapsed, long done, long total) {
        if (done <= 0 || total <= done) {
            return Optional.empty();
        }
        double nanos = (double) elapsed.toNanos() / done * (total - done);
        return Optional.of(Duration.ofNanos((long) Math.min(nanos, Long.MAX_VALUE)));
    }

    /** {@code about 2 min 05 s left}, and {@code less than 1 s left} at the end. */
    public static String left(Duration remaining) {
        if (remaining.toSeconds() < 1) {
            return Messages.text("duration.left.moment");
        }
        return Messages.text("duration.left", text(remaining));
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
