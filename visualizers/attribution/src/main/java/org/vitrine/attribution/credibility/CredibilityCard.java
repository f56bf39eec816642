package org.vitrine.attribution.credibility;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What all metrics found of one explanation. The whole is as bad as its worst decisive line; a decisive line that could not be
 * measured, or another line that failed, leaves doubt.
 */
public record CredibilityCard(List<Line> lines, Verdict verdict) {
    public CredibilityCard {
        lines = List.copyOf(lines);
    }

    /** Gathers lines. */
    public static CredibilityCard of(List<Line> lines) {
        if (lines.stream().allMatch(line -> line.verdict() == Verdict.NOT_MEASURED)) {
            return new CredibilityCard(lines, Verdict.NOT_MEASURED);
        }
        Verdict whole = Verdict.PASS;
        for (Line line : lines) {
            whole = whole.worse(weight(line));
        }
        return new CredibilityCard(lines, whole);
    }

    private static Verdict weight(Line line) {
        if (CredibilityMetrics.byId(line.metric()).isDecisive()) {
            return line.verdict() == Verdict.NOT_MEASURED ? Verdict.DOUBTFUL : line.verdict();
        }
        return line.verdict() == Verdict.FAIL ? Verdict.DOUBTFUL : Verdict.PASS;
    }

    /**
     * Asks all metrics.
     *
     * @param found told of each line as soon as it is there
     */
    public static CredibilityCard judge(Trial trial, Consumer<Line> found) {
        List<Line> lines = new ArrayList<>();
        for (Metric metric : CredibilityMetrics.all()) {
            Line line = metric.judge(trial);
            lines.add(line);
            found.accept(line);
        }
        return of(lines);
    }
}
