package org.vitrine.graph.model;

import java.util.Map;
import java.util.TreeMap;

/** Names a step between a data set and the network, and its options, such as {@code tokenise} with {@code kind = word}. */
public record StepReference(String step, Map<String, String> options) {
    public StepReference {
        options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
    }

    public static StepReference of(String step) {
        return new StepReference(step, Map.of());
    }
}
