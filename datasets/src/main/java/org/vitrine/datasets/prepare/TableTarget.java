package org.vitrine.datasets.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.prepare.TableRequest.Goal;
import org.vitrine.datasets.read.Column;

/**
 * What is to be predicted, for the rows that are kept.
 *
 * @param values class index, or raw value
 * @param classes class names in order; empty for values
 */
record TableTarget(double[] values, List<String> classes) {
    private static final int MOST_AUTOMATIC_CLASSES = 20;

    boolean isClasses() {
        return !classes.isEmpty();
    }

    int[] labels() {
        return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
    }

    /**
     * The target as the goal wants it.
     *
     * @param rows the rows to keep, all with a target
     */
    static TableTarget of(Column column, Goal goal, int[] rows, TableMessages messages) throws DatasetException {
        boolean numeric = column.numeric() == column.rows() - column.missing();
        if (goal == Goal.CLASSIFICATION || (goal == Goal.AUTO && (!numeric || isFewWholeNumbers(column)))) {
            return classes(column, rows, numeric, messages);
        }
        if (!numeric) {
            throw messages.notANumber(column);
        }
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column.numbers()[rows[i]];
        }
        return new TableTarget(values, List.of());
    }

    private static boolean isFewWholeNumbers(Column column) {
        if (column.hasTooManyTexts() || column.texts().size() > MOST_AUTOMATIC_CLASSES) {
            return false;
        }
        for (double number : column.numbers()) {
            if (!Double.isNaN(number) && number != Math.rint(number)) {
                return false;
            }
        }
        return true;
    }

    private static TableTarget classes(Column column, int[] rows, boolean numeric, TableMessages messages)
            throws DatasetException {
        if (column.hasTooManyTexts()) {
            throw messages.atColumn(
                    column,
                    "has more than " + Column.MOST_TEXTS
                            + " different values, too many for classes. Choose another target column, or regression.");
        }
        boolean[] used = new boolean[column.texts().size()];
        for (int row : rows) {
            used[column.codes()[row]] = true;
        }
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code < used.length; code++) {
            if (used[code]) {
                codes.add(code);
            }
        }
        if (codes.size() < 2) {
            throw messages.atColumn(
                    column, "holds only one class; there is nothing to tell apart. Choose another target column.");
        }
        Comparator<Integer> byText = Comparator.comparing(code -> column.texts().get(code));
        Comparator<Integer> byNumber = Comparator.comparingDouble(
                code -> Double.parseDouble(column.texts().get(code)));
        codes.sort(numeric ? byNumber.thenComparing(byText) : byText);
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = codes.indexOf(column.codes()[rows[i]]);
        }
        return new TableTarget(values, codes.stream().map(column.texts()::get).toList());
    }
}
