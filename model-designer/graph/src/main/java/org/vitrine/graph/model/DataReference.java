package org.vitrine.graph.model;

import java.util.Map;
import java.util.TreeMap;

/** Names a data set of the catalogue and its options, such as {@code noise} or {@code file}. */
public record DataReference(String dataset, Map<String, String> options) {
    public DataReference {
        options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
    }

    public static DataReference of(String dataset) {
        return new DataReference(dataset, Map.of());
    }
}
