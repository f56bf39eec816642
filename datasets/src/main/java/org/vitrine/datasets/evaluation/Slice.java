package org.vitrine.datasets.evaluation;

/**
 * Examples that have something in common, and how the model does on them.
 *
 * @param members indices of the examples
 * @param score share of right answers, or mean absolute error
 */
public record Slice(String name, int[] members, double score, Interval interval) {
    public int count() {
        return members.length;
    }
}
