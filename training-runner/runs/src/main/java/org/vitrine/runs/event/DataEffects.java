package org.vitrine.runs.event;

import java.util.List;

/** What counts over many examples, as events tell it. */
public final class DataEffects {
    private DataEffects() {}

    /**
     * How the model did with one part of the inputs permuted.
     *
     * @param losses one for each repeat
     * @param metrics one for each repeat
     */
    public record PermutedPart(String part, List<Double> losses, List<Double> metrics) {
        public PermutedPart {
            losses = List.copyOf(losses);
            metrics = List.copyOf(metrics);
        }
    }

    /**
     * The values that a column took.
     *
     * @param kind NUMBER, CATEGORY, DATE, or SHIFT where all steps of a channel were moved by so much
     * @param values rising, in the column's own units; of categories their index, of dates years with their fraction
     * @param labels of categories and dates; else empty
     */
    public record VariedColumn(String column, String kind, List<Double> values, List<String> labels) {
        public VariedColumn {
            values = List.copyOf(values);
            labels = List.copyOf(labels);
        }
    }
}
