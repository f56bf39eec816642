package org.vitrine.attribution.credibility;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values over a share from 0 to 1.
 *
 * @param shares of the places that were taken away or put back, or of the layers that were randomised
 * @param series by name, each as long as {@code shares}
 */
public record Curve(List<Double> shares, Map<String, List<Double>> series) {
    /** The value with the explanation's order, or of the rank correlation. */
    public static final String EXPLANATION = "explanation";
    /** Mean over random orders. */
    public static final String RANDOM = "random";
    /** Standard deviation over random orders. */
    public static final String RANDOM_DEVIATION = "randomDeviation";
    /** Rank correlation with the explanation of the trained model. */
    public static final String RANK_CORRELATION = "rankCorrelation";
    /** Structural similarity with it. */
    public static final String STRUCTURAL_SIMILARITY = "structuralSimilarity";

    public Curve {
        shares = List.copyOf(shares);
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    }
}
