package org.vitrine.datasets.catalogue.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.vitrine.datasets.read.Column.Dates;

/** Fills the gaps of a monthly record: windows need steps of one length. */
final class Months {
    private Months() {}

    /**
     * A value for each month from the first to the last; months that the record lacks lie on the line between their
     * neighbours.
     *
     * @param dates rising
     */
    static double[] filled(Dates dates, double[] values) {
        LocalDate first = date(dates, 0);
        int last = month(first, date(dates, values.length - 1));
        double[] filled = new double[last + 1];
        int before = 0;
        for (int row = 0; row < values.length; row++) {
            int at = month(first, date(dates, row));
            for (int gap = before + 1; gap < at; gap++) {
                filled[gap] = filled[before] + (values[row] - filled[before]) * (gap - before) / (at - before);
            }
            filled[at] = values[row];
            before = at;
        }
        return filled;
    }

    private static LocalDate date(Dates dates, int row) {
        return LocalDate.ofInstant(Instant.ofEpochSecond((long) dates.seconds()[row]), ZoneOffset.UTC);
    }

    private static int month(LocalDate first, LocalDate date) {
        return (int) ChronoUnit.MONTHS.between(first, date);
    }
}
