package org.vitrine.runs.event;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What metrics found of explanations, as events tell it. */
public final class Judgements {
    private Judgements() {}

    /**
     * What one metric found of an explanation.
     *
     * @param metric id of a credibility metric
     * @param verdict PASS, DOUBTFUL, FAIL or NOT_MEASURED
     * @param value that the verdict rests on
     * @param figures more numbers by name
     * @param reason why it was not measured, as a key; empty if it was
     */
    public record JudgedLine(
            String metric,
            String verdict,
            OptionalDouble value,
            Map<String, Double> figures,
            String reason,
            @Nullable JudgedCurve curve) {}

    /** Values over a share from 0 to 1: each series by its name. */
    public record JudgedCurve(List<Double> shares, Map<String, List<Double>> series) {}

    /** What a metric found over many examples; mean and median are NaN where nothing was measured. */
    public record MetricSummary(
            String metric,
            int passed,
            int doubtful,
            int failed,
            int notMeasured,
            double mean,
            double median,
            List<ClassSummary> classes) {
        public MetricSummary {
            classes = List.copyOf(classes);
        }
    }

    /** How many examples with this explained target were measured, and how many of them passed. */
    public record ClassSummary(int target, int measured, int passed) {}
}
