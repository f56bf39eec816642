package org.vitrine.attribution.credibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.vitrine.datasets.Tensor;

/** The cards of many examples: what each metric found on the whole, and class by class. To be used by one thread. */
public final class CredibilitySummary {
    /** The name of the row for the whole card. */
    public static final String WHOLE = "";

    /**
     * What a metric found.
     *
     * @param mean of the values that were measured; NaN if none was, and for the whole card
     * @param classes by target, those that occur
     */
    public record Row(
            String metric,
            int passed,
            int doubtful,
            int failed,
            int notMeasured,
            double mean,
            double median,
            List<ClassShare> classes) {
        public Row {
            classes = List.copyOf(classes);
        }
    }

    /** Of the examples with this explained target, how many were measured and how many of these passed. */
    public record ClassShare(int target, int measured, int passed) {}

    private record Judged(int example, int target, OptionalInt place, CredibilityCard card) {}

    private final List<Judged> judged = new ArrayList<>();

    /**
     * Takes one more card.
     *
     * @param place whose scores were explained; empty for those of the example as a whole
     */
    public void add(int example, int target, OptionalInt place, CredibilityCard card) {
        judged.add(new Judged(example, target, place, card));
    }

    /** One row for each metric, and one for the whole card. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Metric metric : CredibilityMetrics.all()) {
            double[] values = judged.stream()
                    .flatMapToDouble(
                            of -> line(of, metric.id()).stream().flatMapToDouble(line -> line.value().stream()))
                    .sorted()
                    .toArray();
            rows.add(row(metric.id(), values, of -> line(of, metric.id()).map(Line::verdict)));
        }
        rows.add(row(WHOLE, new double[0], of -> Optional.of(of.card().verdict())));
        return rows;
    }

    private static Optional<Line> line(Judged of, String metric) {
        return of.card().lines().stream()
                .filter(line -> line.metric().equals(metric))
                .findFirst();
    }

    private Row row(String metric, double[] values, Function<Judged, Optional<Verdict>> verdict) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Judged of : judged) {
            verdict.apply(of).ifPresent(found -> counts.merge(found, 1, Integer::sum));
        }
        List<ClassShare> classes = judged.stream()
                .mapToInt(Judged::target)
                .distinct()
                .sorted()
                .mapToObj(target -> {
                    List<Verdict> measured = judged.stream()
                            .filter(of -> of.target() == target)
                            .flatMap(of -> verdict.apply(of).stream())
                            .filter(found -> found != Verdict.NOT_MEASURED)
                            .toList();
                    long passed = measured.stream()
                            .filter(found -> found == Verdict.PASS)
                            .count();
                    return new ClassShare(target, measured.size(), (int) passed);
                })
                .toList();
        return new Row(
                metric,
                counts.getOrDefault(Verdict.PASS, 0),
                counts.getOrDefault(Verdict.DOUBTFUL, 0),
                counts.getOrDefault(Verdict.FAIL, 0),
                counts.getOrDefault(Verdict.NOT_MEASURED, 0),
                Arrays.stream(values).average().orElse(Double.NaN),
                median(values),
                classes);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * All that was found, a row for each example: its index, the explained target, its place (NaN for none), the number of the whole
     * verdict, then value and number of the verdict for each metric. Verdicts by their codes; values that were not measured are
     * NaN.
     *
     * @return [examples, 4 + 2 metrics]
     */
    public Tensor values() {
        int width = 4 + 2 * CredibilityMetrics.all().size();
        float[] values = new float[judged.size() * width];
        int at = 0;
        for (Judged of : judged) {
            values[at++] = of.example();
            values[at++] = of.target();
            values[at++] = of.place().isPresent() ? of.place().getAsInt() : Float.NaN;
            values[at++] = of.card().verdict().code();
            for (Metric metric : CredibilityMetrics.all()) {
                Optional<Line> line = line(of, metric.id());
                values[at++] = line.map(found -> (float) found.value().orElse(Double.NaN))
                        .orElse(Float.NaN);
                values[at++] =
                        line.map(Line::verdict).orElse(Verdict.NOT_MEASURED).code();
            }
        }
        return Tensor.of(values, judged.size(), width);
    }
}
