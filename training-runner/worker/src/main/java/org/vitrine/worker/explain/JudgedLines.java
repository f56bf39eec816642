package org.vitrine.worker.explain;

import java.util.List;
import org.vitrine.attribution.credibility.CredibilitySummary;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.runs.event.Judgements;

/** What metrics found, as events tell it. */
final class JudgedLines {
    private JudgedLines() {}

    static Judgements.JudgedLine of(Line line) {
        return new Judgements.JudgedLine(
                line.metric(),
                line.verdict().name(),
                line.value(),
                line.figures(),
                line.reason(),
                line.curve()
                        .map(curve -> new Judgements.JudgedCurve(curve.shares(), curve.series()))
                        .orElse(null));
    }

    static List<Judgements.MetricSummary> of(CredibilitySummary summary) {
        return summary.rows().stream()
                .map(row -> new Judgements.MetricSummary(
                        row.metric(),
                        row.passed(),
                        row.doubtful(),
                        row.failed(),
                        row.notMeasured(),
                        row.mean(),
                        row.median(),
                        row.classes().stream()
                                .map(of -> new Judgements.ClassSummary(of.target(), of.measured(), of.passed()))
                                .toList()))
                .toList();
    }
}
