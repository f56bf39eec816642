package org.vitrine.datasets.prepare;

import java.util.Set;

/**
 * How a table becomes a data set.
 *
 * @param target name of the column to predict; empty means the last
 * @param ignored names of columns to leave out
 * @param dropIncomplete leave out rows with an empty cell instead of refusing the table
 * @param seed of the partition
 */
public record TableRequest(String target, Goal goal, Set<String> ignored, boolean dropIncomplete, long seed) {
    public TableRequest {
        ignored = Set.copyOf(ignored);
    }

    /** Classes or values; AUTO takes texts and up to twenty whole numbers for classes. */
    public enum Goal {
        AUTO,
        CLASSIFICATION,
        REGRESSION
    }
}
