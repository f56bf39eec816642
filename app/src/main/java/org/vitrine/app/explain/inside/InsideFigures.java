package org.vitrine.app.explain.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.MovedSheet;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** What the panels of the page Inside show, as figures for files. */
final class InsideFigures {
    private static final double EDGE = 10;
    private static final double LINE = 18;
    private static final double SIZE = 13;
    private static final int VALUES = 16;

    private InsideFigures() {}

    /** A figure under a line that says what it is. */
    static Figure under(String title, Figure figure) {
        return (sheet, width, height, theme) -> {
            double top = heading(sheet, title, EDGE, width, theme);
            figure.draw(new MovedSheet(sheet, EDGE, top), width - 2 * EDGE, Math.max(1, height - top - EDGE), theme);
        };
    }

    /** A bold text in as many lines as it needs; gives where it ends. */
    static double heading(Sheet sheet, String text, double top, double width, Theme theme) {
        double y = top;
        for (String line : sheet.wrapped(text, SIZE, true, width - 2 * EDGE)) {
            sheet.write(new Words(line, EDGE, y + SIZE, Anchor.START, SIZE, true, theme.text()));
            y += LINE;
        }
        return y + 4;
    }

    /** The arithmetic of the number that is shown, with as many of its terms as fit. */
    static Figure arithmetic(InsideViewModel.Place place, Optional<Opened.Meaning> meaning, List<TermRow> rows) {
        List<TermsFigure.Row> terms = rows.stream()
                .map(row -> new TermsFigure.Row(
                        row.parts().stream()
                                .map(part -> Numbers.value(part.value()) + " " + part.text())
                                .collect(Collectors.joining(" \u00d7 ")),
                        row.value(),
                        row.share(),
                        row.chosen()))
                .toList();
        return new TermsFigure(
                InsideTexts.value(place)
                        + meaning.map(of -> ". " + InsideTexts.meaning(of)).orElse(""),
                place.shown().title() + ". " + RuleTexts.of(place.shown()),
                terms,
                (count, sum) -> Texts.format("inside.more", String.valueOf(count), Numbers.value(sum)));
    }

    /** Loss, parameters, and the values of one of them that change most. */
    static Figure step(TriedStep step, TriedStep.Change chosen) {
        List<List<String>> parameters = step.changes().stream()
                .map(change -> List.of(
                        change.name(),
                        Numbers.value(change.norm()),
                        Numbers.value(change.gradientNorm()),
                        Numbers.value(change.updateNorm()),
                        Numbers.value(change.ratio())))
                .toList();
        List<List<String>> values = new ArrayList<>();
        for (TriedStep.Value value : chosen.values(VALUES)) {
            values.add(List.of(
                    value.cell().toString(),
                    Numbers.value(value.before()),
                    Numbers.value(value.gradient()),
                    Numbers.value(value.update()),
                    Numbers.value(value.after())));
        }
        TableFigure above = table(parameters, "parameter", "weight", "gradient", "update", "ratio");
        TableFigure below = table(values, "cell", "before", "gradient", "update", "after");
        return (sheet, width, height, theme) -> {
            double top = heading(sheet, InsideTexts.loss(step), EDGE, width, theme);
            above.draw(new MovedSheet(sheet, 0, top), width, above.height(), theme);
            top += above.height();
            if (top + 2 * LINE < height) {
                top = heading(sheet, Texts.format("inside.step.values", chosen.name()), top, width, theme);
                below.draw(new MovedSheet(sheet, 0, top), width, height - top, theme);
            }
        };
    }

    private static TableFigure table(List<List<String>> rows, String... columns) {
        List<String> head = List.of(columns).stream()
                .map(column -> Texts.get("inside.step." + column))
                .toList();
        return new TableFigure(head, rows, List.of(0.28, 0.18, 0.18, 0.18, 0.18), -1);
    }
}
