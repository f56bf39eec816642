package org.vitrine.app.explain.effects;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.effects.Curves;
import org.vitrine.attribution.effects.Division;
import org.vitrine.attribution.effects.InputParts;
import org.vitrine.attribution.effects.Spread;
import org.vitrine.charts.effects.DependenceCurves;
import org.vitrine.charts.effects.DependenceMap;
import org.vitrine.charts.effects.ImportanceBars;
import org.vitrine.charts.effects.PatchMap;
import org.vitrine.charts.effects.ValueAxis;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.event.DataEffects.PermutedPart;
import org.vitrine.runs.event.DataEffects.VariedColumn;

/** What was found as figures and tables, for the window, files and reports. */
public final class EffectFigures {
    private static final int DIGITS = 3;

    private EffectFigures() {}

    /** What is measured, in words, with its unit. */
    public static String measure(EffectSubject subject, boolean byLoss) {
        return byLoss
                ? Texts.get("effects.measure.LOSS")
                : Texts.format(
                        "effects.measure." + subject.metric(),
                        String.join(
                                ", ",
                                subject.classes() ? List.of() : subject.data().targetNames()));
    }

    /** Shares are told in percentage points. */
    public static double factor(EffectSubject subject, boolean byLoss) {
        return !byLoss && subject.metric().isShare() ? 100 : 1;
    }

    /**
     * Importance as bars, the most important first.
     *
     * @param chosen name of a part, or empty
     */
    public static ImportanceBars bars(EffectSubject subject, Importance importance, boolean byLoss, String chosen) {
        double factor = factor(subject, byLoss);
        List<ImportanceBars.Bar> bars = new ArrayList<>();
        int at = -1;
        for (Importance.Row row : importance.sorted(byLoss)) {
            if (row.part().equals(chosen)) {
                at = bars.size();
            }
            Spread spread = row.by(byLoss);
            double mean = factor * spread.mean();
            bars.add(new ImportanceBars.Bar(
                    row.part(), mean, factor * spread.deviation(), Numbers.significant(mean, DIGITS)));
        }
        return new ImportanceBars(bars, measure(subject, byLoss), at);
    }

    /** Importance of patches where they are. */
    public static PatchMap patches(EffectSubject subject, Importance importance, boolean byLoss, int chosen) {
        double factor = factor(subject, byLoss);
        List<Double> values = importance.rows().stream()
                .map(row -> factor * row.by(byLoss).mean())
                .toList();
        // The number of patches to a side is that of the question, which the answer does not repeat.
        int side = 1;
        while (grid(subject, side).rows() * grid(subject, side).columns() < values.size()) {
            side++;
        }
        InputParts.Grid grid = grid(subject, side);
        return new PatchMap(
                grid.rows(),
                grid.columns(),
                (double) grid.width() / grid.height(),
                values,
                measure(subject, byLoss),
                chosen);
    }

    private static InputParts.Grid grid(EffectSubject subject, int side) {
        return InputParts.grid(subject.data(), side);
    }

    /** Whether importance has places in a picture. */
    public static boolean isPatches(Importance importance) {
        return importance.found().by().equals(Division.PATCHES.id());
    }

    /** A row for each part: both measures with their deviations, and all repeats. */
    public static Table table(EffectSubject subject, Importance importance) {
        int repeats = importance.found().repeats();
        List<String> columns = new ArrayList<>(List.of(
                Texts.get("effects.column.part"),
                measure(subject, true),
                Texts.get("effects.column.deviation"),
                measure(subject, false),
                Texts.get("effects.column.deviation")));
        for (int repeat = 1; repeat <= repeats; repeat++) {
            columns.add(Texts.format("effects.column.loss", repeat));
        }
        for (int repeat = 1; repeat <= repeats; repeat++) {
            columns.add(Texts.format("effects.column.metric", repeat));
        }
        double factor = factor(subject, false);
        List<List<Object>> rows = new ArrayList<>();
        for (Importance.Row row : importance.sorted(true)) {
            List<Object> cells = new ArrayList<>(List.of(
                    row.part(),
                    row.loss().mean(),
                    row.loss().deviation(),
                    factor * row.metric().mean(),
                    factor * row.metric().deviation()));
            PermutedPart part = importance.found().parts().get(row.number());
            cells.addAll(part.losses());
            cells.addAll(part.metrics());
            rows.add(cells);
        }
        return Table.of(columns, rows);
    }

    private static ValueAxis axis(VariedColumn column) {
        boolean shift = column.kind().equals("SHIFT");
        return new ValueAxis(
                shift ? Texts.format("effects.shift", column.column()) : column.column(),
                column.values(),
                column.labels(),
                column.kind().equals("CATEGORY"));
    }

    /** What is answered, in words. */
    public static String answer(EffectSubject subject, int target) {
        String name = subject.data().targetNames().get(target);
        return subject.classes() ? Texts.format("effects.probability", name) : name;
    }

    /**
     * Lines of single examples and their mean.
     *
     * @param centred whether all lines begin at zero
     * @param chosen number of a line, or -1
     */
    public static DependenceCurves curves(
            EffectSubject subject, Dependence dependence, int target, boolean centred, int chosen) {
        Curves curves = shown(dependence, target, centred);
        double[][] lines = new double[curves.examples()][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = curves.ofExample(i);
        }
        VariedColumn column = dependence.columns().get(0);
        String answer = answer(subject, target);
        return new DependenceCurves(
                axis(column),
                centred ? Texts.format("effects.centred.axis", answer, text(column, 0)) : answer,
                lines,
                curves.mean(),
                dependence.own(0),
                List.of(Texts.get("effects.mean"), Texts.format("effects.lines", curves.examples())),
                chosen);
    }

    private static Curves shown(Dependence dependence, int target, boolean centred) {
        Curves curves = dependence.curves(target);
        return centred ? curves.centred(0) : curves;
    }

    /** A value as people read it. */
    public static String text(VariedColumn column, int index) {
        return column.labels().isEmpty()
                ? Numbers.significant(column.values().get(index), 4)
                : column.labels().get(index);
    }

    /** Two columns as a map. */
    public static DependenceMap map(EffectSubject subject, Dependence dependence, int target) {
        return new DependenceMap(
                axis(dependence.columns().get(0)),
                axis(dependence.columns().get(1)),
                dependence.surface(target),
                answer(subject, target));
    }

    /** Of one column a row for each value, with the mean and all examples; of two a row for each pair. */
    public static Table table(EffectSubject subject, Dependence dependence, int target, boolean centred) {
        VariedColumn first = dependence.columns().get(0);
        if (dependence.isOfTwo()) {
            VariedColumn second = dependence.columns().get(1);
            double[][] means = dependence.surface(target);
            int width = second.values().size();
            return new Table(
                    List.of(first.column(), second.column(), answer(subject, target)),
                    first.values().size() * width,
                    (row, column) -> switch (column) {
                        case 0 -> cell(first, row / width);
                        case 1 -> cell(second, row % width);
                        default -> means[row / width][row % width];
                    });
        }
        Curves curves = shown(dependence, target, centred);
        double[] mean = curves.mean();
        List<String> columns = new ArrayList<>(List.of(first.column(), Texts.get("effects.mean")));
        for (int example : dependence.examples()) {
            columns.add(Texts.format("effects.example", example));
        }
        return new Table(columns, first.values().size(), (row, column) -> switch (column) {
            case 0 -> cell(first, row);
            case 1 -> mean[row];
            default -> curves.answers()[row][column - 2];
        });
    }

    private static Object cell(VariedColumn column, int index) {
        return column.labels().isEmpty()
                ? column.values().get(index)
                : column.labels().get(index);
    }

    /** The true answer of a test example, in words. */
    static String truth(Dataset data, int example) {
        Tensor targets = data.test().example(example).targets();
        if (data.targetScales().isEmpty()) {
            return data.targetNames().get((int) targets.values()[0]);
        }
        List<String> values = new ArrayList<>();
        for (int k = 0; k < data.targetScales().size(); k++) {
            values.add(Numbers.value(data.targetScales().get(k).invert(targets.values()[k])));
        }
        return String.join(", ", values);
    }
}
