package org.vitrine.datasets.prepare;

import java.util.Set;

/**
 * How a table becomes a data set.
 *
 * @param target name of the column to predict; empty means the last
 * @param ignored names of columns to leave out
 * @param missing what happens to rows with an empty cell
 * @param division how rows are told apart into parts
 * @param seed of the partition
 */
public record TableRequest(
        String target, Goal goal, Set<String> ignored, Missing missing, TableDivision division, long seed) {
    public TableRequest {
        ignored = Set.copyOf(ignored);
    }

    /** Classes or values; AUTO takes texts and up to twenty whole numbers for classes. */
    public enum Goal {
        AUTO,
        CLASSIFICATION,
        REGRESSION
    }

    /**
     * REFUSE the table, DROP_ROWS, or FILL empty cells of inputs in the step {@code encode}; a row without target is dropped
     * then.
     */
    public enum Missing {
        REFUSE,
        DROP_ROWS,
        FILL
    }
}
