package org.vitrine.datasets.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table as it was read, both as numbers and as texts, since only the whole column shows what it is.
 *
 * @param numbers by row; NaN where the cell is empty or no number
 * @param codes index into {@code texts} by row, -1 where the cell is empty; empty if there are too many different texts
 * @param texts the different texts in order of appearance, at most {@link #MOST_TEXTS}
 * @param numeric how many cells are numbers
 * @param missing how many cells are empty
 * @param firstText index of the first row that is neither a number nor empty, else -1
 * @param firstTextCell what stands there
 * @param dates what the cells mean if all that are not empty are dates, else null
 */
public record Column(
        String name,
        double[] numbers,
        int[] codes,
        List<String> texts,
        int numeric,
        int missing,
        int firstText,
        String firstTextCell,
        @Nullable Dates dates) {
    /** Columns with more different texts than this are no categories. */
    public static final int MOST_TEXTS = 1000;

    private static final double SECONDS_A_DAY = 86_400;

    /**
     * The cells of a column of dates.
     *
     * @param pattern how they are written, in the letters of {@link java.time.format.DateTimeFormatter}
     * @param seconds since 1970 began in UTC, by row; NaN where the cell is empty
     * @param ambiguous whether day and month may just as well be exchanged
     */
    public record Dates(String pattern, double[] seconds, boolean ambiguous) {}

    /** The day of a row of a column of dates, as yyyy-mm-dd; empty where the cell is. */
    public String day(int row) {
        double seconds = dates == null ? Double.NaN : dates.seconds()[row];
        return Double.isNaN(seconds)
                ? ""
                : LocalDate.ofEpochDay((long) Math.floor(seconds / SECONDS_A_DAY))
                        .toString();
    }

    /** What a column is, judged by all of its cells. */
    public enum Type {
        NUMBER,
        DATE,
        CATEGORY,
        TEXT,
        EMPTY
    }

    public Type type() {
        if (missing == rows()) {
            return Type.EMPTY;
        }
        if (numeric == rows() - missing) {
            return Type.NUMBER;
        }
        return dates != null ? Type.DATE : hasTooManyTexts() ? Type.TEXT : Type.CATEGORY;
    }

    public int rows() {
        return numbers.length;
    }

    /** The same column under another name. */
    public Column named(String newName) {
        return new Column(newName, numbers, codes, texts, numeric, missing, firstText, firstTextCell, dates);
    }

    public boolean isMissing(int row) {
        if (dates != null) {
            return Double.isNaN(dates.seconds()[row]);
        }
        return Double.isNaN(numbers[row]) && (codes.length == 0 ? numeric == rows() - missing : codes[row] < 0);
    }

    public boolean hasTooManyTexts() {
        return codes.length == 0 && numbers.length > 0;
    }
}
