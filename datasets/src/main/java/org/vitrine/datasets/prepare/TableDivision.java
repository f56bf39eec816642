package org.vitrine.datasets.prepare;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.Column;

/**
 * How the rows of a table are told apart into parts.
 *
 * @param column names the groups or times; empty for STRATIFIED
 */
public record TableDivision(Kind kind, String column) {
    public static final TableDivision STRATIFIED = new TableDivision(Kind.STRATIFIED, "");

    private static final double VALIDATION = 0.15;
    private static final double TEST = 0.2;

    /** STRATIFIED by class at random; whole groups; or the latest rows to the test. */
    public enum Kind {
        STRATIFIED,
        BY_GROUP,
        BY_TIME
    }

    /**
     * The parts of the rows that are kept.
     *
     * @param labels class of each row; all 0 where values are predicted
     * @param by the column of groups or times; anything for STRATIFIED
     */
    Partition partition(int[] rows, int[] labels, int classes, Column by, TableMessages messages, long seed)
            throws DatasetException {
        return switch (kind) {
            case STRATIFIED -> Partition.stratified(labels, classes, VALIDATION, TEST, seed);
            case BY_GROUP -> Partition.byGroup(groups(rows, by, messages), labels, classes, VALIDATION, TEST, seed);
            case BY_TIME -> Partition.byTime(times(rows, by, messages), VALIDATION, TEST);
        };
    }

    private static int[] groups(int[] rows, Column by, TableMessages messages) throws DatasetException {
        Map<Object, Integer> known = new HashMap<>();
        int[] groups = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (by.isMissing(rows[i])) {
                throw messages.missing(by, rows[i]);
            }
            if (by.type() == Column.Type.TEXT) {
                throw messages.atColumn(
                        by,
                        "has more than " + Column.MOST_TEXTS
                                + " different texts, too many groups. Choose another column to split by.");
            }
            Object group = by.type() == Column.Type.NUMBER ? by.numbers()[rows[i]] : by.codes()[rows[i]];
            Integer number = known.putIfAbsent(group, known.size());
            groups[i] = number == null ? known.size() - 1 : number;
        }
        if (known.size() < 3) {
            throw messages.atColumn(
                    by,
                    "has " + known.size()
                            + " groups; at least three are needed for training, validation and test. Choose another column to"
                            + " split by.");
        }
        return groups;
    }

    private static double[] times(int[] rows, Column by, TableMessages messages) throws DatasetException {
        Column.Dates dates = by.dates();
        if (dates == null && by.type() != Column.Type.NUMBER) {
            throw messages.atColumn(by, "holds neither dates nor numbers. Choose another column to split by time.");
        }
        double[] times = dates == null ? by.numbers() : dates.seconds();
        for (int row : rows) {
            if (Double.isNaN(times[row])) {
                throw messages.missing(by, row);
            }
        }
        return IntStream.of(rows).mapToDouble(row -> times[row]).toArray();
    }
}
