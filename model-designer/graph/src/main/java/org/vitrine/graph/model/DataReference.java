package org.vitrine.graph.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Names a data set of the catalogue, its options, such as {@code noise} or {@code file}, and what is done to its examples.
 *
 * @param steps in order; empty for the steps that the data set itself proposes
 */
public record DataReference(String dataset, Map<String, String> options, Optional<List<StepReference>> steps) {
    public DataReference {
        options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
        steps = steps.map(List::copyOf);
    }

    /** A data set with the steps that it proposes. */
    public DataReference(String dataset, Map<String, String> options) {
        this(dataset, options, Optional.empty());
    }

    public static DataReference of(String dataset) {
        return new DataReference(dataset, Map.of());
    }

    public DataReference withOptions(Map<String, String> newOptions) {
        return new DataReference(dataset, newOptions, steps);
    }

    public DataReference withSteps(List<StepReference> newSteps) {
        return new DataReference(dataset, options, Optional.of(newSteps));
    }
}
