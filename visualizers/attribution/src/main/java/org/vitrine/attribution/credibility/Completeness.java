package org.vitrine.attribution.credibility;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Whether the contributions add up to the difference between the score of the input and that of the baseline (Sundararajan, Taly,
 * Yan 2017, proposition 1), for methods that promise so. The paper takes five per cent for close enough.
 */
public final class Completeness implements Metric {
    static final double GOOD = 0.05;
    static final double BAD = 0.2;

    @Override
    public String id() {
        return "completeness";
    }

    @Override
    public Line judge(Trial trial) {
        OptionalDouble gap = trial.explained().completenessGap();
        return gap.isEmpty()
                ? Line.notMeasured(this, "noPromise", Map.of())
                : Line.of(this, Metric.low(gap.getAsDouble(), GOOD, BAD), gap.getAsDouble(), Map.of());
    }
}
