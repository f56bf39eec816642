package org.vitrine.attribution.credibility;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one metric found.
 *
 * @param metric its id
 * @param value that the verdict rests on; empty if it was not measured
 * @param figures more numbers by name
 * @param reason why it was not measured, as a key of {@link CredibilityTexts}; empty if it was
 */
public record Line(
        String metric,
        Verdict verdict,
        OptionalDouble value,
        Map<String, Double> figures,
        String reason,
        Optional<Curve> curve) {
    public Line {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        if (value.isPresent() == (verdict == Verdict.NOT_MEASURED)) {
            throw new IllegalArgumentException("A verdict needs a value, and a value a verdict");
        }
    }

    static Line of(Metric metric, Verdict verdict, double value, Map<String, Double> figures) {
        return new Line(metric.id(), verdict, OptionalDouble.of(value), figures, "", Optional.empty());
    }

    static Line notMeasured(Metric metric, String reason, Map<String, Double> figures) {
        return new Line(metric.id(), Verdict.NOT_MEASURED, OptionalDouble.empty(), figures, reason, Optional.empty());
    }

    Line with(Curve drawn) {
        return new Line(metric, verdict, value, figures, reason, Optional.of(drawn));
    }
}
