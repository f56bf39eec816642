package org.vitrine.attribution.credibility;

import java.util.List;

/** All metrics, the cheap ones first. */
public final class CredibilityMetrics {
    private static final List<Metric> ALL = List.of(
            new Completeness(),
            new Sparseness(),
            new Deletion(),
            new Insertion(),
            new Infidelity(),
            new Agreement(),
            new MaxSensitivity(),
            new Randomisation());

    private CredibilityMetrics() {}

    public static List<Metric> all() {
        return ALL;
    }

    /** The metric of this id. */
    public static Metric byId(String id) {
        return ALL.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no metric \"" + id + "\"."));
    }
}
