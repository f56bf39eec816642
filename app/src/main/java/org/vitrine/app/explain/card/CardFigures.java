package org.vitrine.app.explain.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.credibility.CredibilityTexts;
import org.vitrine.attribution.credibility.Curve;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.charts.credibility.CardFigure;
import org.vitrine.charts.credibility.ShareCurves;
import org.vitrine.charts.credibility.VerdictBars;
import org.vitrine.charts.panel.Table;
import org.vitrine.runs.event.Judgements.MetricSummary;
import org.vitrine.runs.event.SessionEvent.JudgedMany;

/** Cards as figures and tables, for the window, files and reports. */
public final class CardFigures {
    private static final CredibilityTexts TEXTS = JudgedTexts.metrics();

    private CardFigures() {}

    /**
     * The card on paper.
     *
     * @param head names the map
     */
    public static CardFigure card(String head, List<Line> lines, Verdict whole) {
        return new CardFigure(
                head,
                new CardFigure.Row(Signs.light(whole), TEXTS.word(whole), "", TEXTS.sentence(whole)),
                lines.stream()
                        .map(line -> new CardFigure.Row(
                                Signs.light(line.verdict()),
                                TEXTS.word(line.verdict()),
                                TEXTS.title(line.metric()),
                                TEXTS.sentence(line)))
                        .toList());
    }

    static Table cardTable(List<Line> lines) {
        List<List<Object>> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(List.of(
                    TEXTS.title(line.metric()),
                    TEXTS.word(line.verdict()),
                    line.value().orElse(Double.NaN),
                    TEXTS.sentence(line)));
        }
        return Table.of(
                List.of(
                        Texts.get("card.column.metric"),
                        Texts.get("card.column.verdict"),
                        Texts.get("card.column.value"),
                        Texts.get("card.column.sentence")),
                rows);
    }

    /** The curves of a metric that has some. */
    public static Optional<ShareCurves> curves(Line line) {
        return line.curve()
                .map(curve -> new ShareCurves(
                        Texts.get("card.share." + line.metric()),
                        Texts.get("card.answer." + line.metric()),
                        curve.shares(),
                        named(curve)));
    }

    private static List<ShareCurves.Named> named(Curve curve) {
        List<ShareCurves.Named> named = new ArrayList<>();
        curve.series().forEach((name, values) -> {
            if (!name.equals(Curve.RANDOM_DEVIATION)) {
                List<Double> deviations = name.equals(Curve.RANDOM)
                        ? curve.series().getOrDefault(Curve.RANDOM_DEVIATION, List.of())
                        : List.of();
                named.add(new ShareCurves.Named(Texts.get("card.series." + name), values, deviations));
            }
        });
        return named;
    }

    static Optional<Table> curveTable(Line line) {
        return line.curve().map(curve -> {
            List<String> columns = new ArrayList<>(List.of(Texts.get("card.share." + line.metric())));
            columns.addAll(curve.series().keySet());
            List<List<Double>> values = List.copyOf(curve.series().values());
            return new Table(
                    columns,
                    curve.shares().size(),
                    (row, column) -> column == 0
                            ? curve.shares().get(row)
                            : values.get(column - 1).get(row));
        });
    }

    /** How often each verdict was given. */
    public static VerdictBars summary(JudgedMany judged) {
        return new VerdictBars(
                Arrays.stream(Verdict.values()).map(TEXTS::word).toList(),
                judged.lines().stream()
                        .map(line -> new VerdictBars.Bar(
                                title(line),
                                List.of(line.passed(), line.doubtful(), line.failed(), line.notMeasured())))
                        .toList());
    }

    static String title(MetricSummary line) {
        return line.metric().isEmpty() ? Texts.get("card.whole") : TEXTS.title(line.metric());
    }

    /** One row for each metric, with a column for each class that was explained: the share that passes. */
    static Table summaryTable(JudgedMany judged, List<String> targets) {
        List<Integer> classes = judged.lines().stream()
                .flatMap(line -> line.classes().stream())
                .map(of -> of.target())
                .distinct()
                .sorted()
                .toList();
        List<String> columns = new ArrayList<>(List.of(
                Texts.get("card.column.metric"),
                TEXTS.word(Verdict.PASS),
                TEXTS.word(Verdict.DOUBTFUL),
                TEXTS.word(Verdict.FAIL),
                TEXTS.word(Verdict.NOT_MEASURED),
                Texts.get("card.column.mean"),
                Texts.get("card.column.median")));
        classes.forEach(target -> columns.add(Texts.format("card.column.passes", targets.get(target))));
        List<List<Object>> rows = new ArrayList<>();
        for (MetricSummary line : judged.lines()) {
            List<Object> row = new ArrayList<>(List.of(
                    title(line),
                    line.passed(),
                    line.doubtful(),
                    line.failed(),
                    line.notMeasured(),
                    line.mean(),
                    line.median()));
            Map<Integer, Double> shares = new HashMap<>();
            line.classes()
                    .forEach(of -> shares.put(
                            of.target(), of.measured() == 0 ? Double.NaN : (double) of.passed() / of.measured()));
            classes.forEach(target -> row.add(shares.getOrDefault(target, Double.NaN)));
            rows.add(row);
        }
        return Table.of(columns, rows);
    }
}
