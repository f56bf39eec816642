package org.vitrine.datasets.read;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tries the usual ways of writing a date on a column, until one cell fits none. */
final class DateColumn {
    private static final int LONGEST = 40;
    /** In order of preference where several fit, as 03/04/2020 does. */
    private static final List<String> PATTERNS = List.of(
            "uuuu-M-d['T'][ ][H:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]]][XXX][X]",
            "uuuu/M/d[ H:mm[:ss]]",
            "uuuu-M",
            "d.M.uuuu[ H:mm[:ss]]",
            "d/M/uuuu[ H:mm[:ss]]",
            "M/d/uuuu[ H:mm[:ss]]",
            "d-M-uuuu[ H:mm[:ss]]",
            "d MMM uuuu",
            "d-MMM-uuuu",
            "MMM d, uuuu",
            "MMM d uuuu",
            "MMM uuuu");

    private final List<Candidate> candidates = new ArrayList<>();

    DateColumn() {
        PATTERNS.forEach(pattern -> candidates.add(new Candidate(pattern)));
    }

    /** Whether the cells so far are dates. */
    boolean isPossible() {
        return !candidates.isEmpty();
    }

    /** Gives up: the column holds something else. */
    void stop() {
        candidates.clear();
    }

    void add(int row, String cell) {
        candidates.removeIf(candidate -> !candidate.take(row, cell));
    }

    Column.@Nullable Dates found(int rows) {
        if (candidates.isEmpty() || candidates.get(0).size == 0) {
            return null;
        }
        Candidate best = candidates.get(0);
        boolean ambiguous =
                candidates.stream().anyMatch(other -> !Arrays.equals(other.seconds(rows), best.seconds(rows)));
        return new Column.Dates(best.pattern, best.seconds(rows), ambiguous);
    }

    /** One way of writing dates, and what the cells so far mean in it. */
    private static final class Candidate {
        private final String pattern;
        private final DateTimeFormatter format;
        private double[] seconds = new double[0];
        private int size;

        Candidate(String pattern) {
            this.pattern = pattern;
            this.format = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        }

        boolean take(int row, String cell) {
            if (cell.length() > LONGEST) {
                return false;
            }
            double value;
            try {
                // Most texts are no dates; an exception for each would take most of the time.
                ParsePosition end = new ParsePosition(0);
                TemporalAccessor parts = format.parseUnresolved(cell, end);
                if (parts == null || end.getErrorIndex() >= 0 || end.getIndex() < cell.length()) {
                    return false;
                }
                value = seconds(format.parse(cell));
            } catch (DateTimeException e) {
                return false;
            }
            if (row >= seconds.length) {
                int from = seconds.length;
                seconds = Arrays.copyOf(seconds, Math.max(64, 2 * row));
                Arrays.fill(seconds, from, seconds.length, Double.NaN);
            }
            seconds[row] = value;
            size = row + 1;
            return true;
        }

        double[] seconds(int rows) {
            double[] all = Arrays.copyOf(seconds, rows);
            Arrays.fill(all, Math.min(rows, seconds.length), rows, Double.NaN);
            return all;
        }

        private static double seconds(TemporalAccessor parts) {
            LocalDate day = parts.query(TemporalQueries.localDate());
            if (day == null) {
                day = YearMonth.from(parts).atDay(1);
            }
            LocalTime time = parts.query(TemporalQueries.localTime());
            int offset = parts.isSupported(ChronoField.OFFSET_SECONDS) ? parts.get(ChronoField.OFFSET_SECONDS) : 0;
            LocalTime clock = time == null ? LocalTime.MIDNIGHT : time;
            return day.toEpochDay() * 86_400.0 + clock.toNanoOfDay() * 1e-9 - offset;
        }
    }
}
