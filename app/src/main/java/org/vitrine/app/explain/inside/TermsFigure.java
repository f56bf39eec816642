package org.vitrine.app.explain.inside;

import java.util.List;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * The terms of a number: factors, product, and a bar to the right for what adds, to the left for what takes away. As many as
 * fit; the rest is summed up.
 *
 * @param rule what is done with the terms
 */
record TermsFigure(String title, String rule, List<Row> rows, Rest rest) implements Figure {
    private static final double EDGE = 10;
    private static final double LINE = 20;
    private static final double SIZE = 12;
    private static final double BAR = 96;
    private static final double NUMBER = 84;
    private static final double STRONG = 0.85;

    /**
     * A term.
     *
     * @param share of the largest one, signed
     */
    record Row(String factors, double value, double share, boolean chosen) {}

    /** What is said of terms that do not fit. */
    @FunctionalInterface
    interface Rest {
        String of(int count, double sum);
    }

    TermsFigure {
        rows = List.copyOf(rows);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double top = InsideFigures.heading(sheet, title, EDGE, width, theme);
        for (String line : sheet.wrapped(rule, SIZE, false, width - 2 * EDGE)) {
            sheet.write(new Words(line, EDGE, top + SIZE, Anchor.START, SIZE, false, theme.text()));
            top += LINE;
        }
        int fit = (int) Math.max(1, Math.floor((height - EDGE - top) / LINE));
        int shown = rows.size() <= fit ? rows.size() : Math.max(1, fit - 1);
        for (int i = 0; i < shown; i++) {
            row(sheet, rows.get(i), top + i * LINE, width, theme);
        }
        if (shown < rows.size()) {
            double sum = rows.stream().skip(shown).mapToDouble(Row::value).sum();
            String text = rest.of(rows.size() - shown, sum);
            sheet.write(new Words(text, EDGE, top + shown * LINE + SIZE, Anchor.START, SIZE, false, theme.muted()));
        }
    }

    private static void row(Sheet sheet, Row row, double top, double width, Theme theme) {
        double bars = width - EDGE - BAR;
        double base = top + SIZE;
        sheet.begin(row.factors());
        String factors = sheet.fitted(row.factors(), SIZE, row.chosen(), bars - NUMBER - EDGE);
        sheet.write(new Words(factors, EDGE, base, Anchor.START, SIZE, row.chosen(), theme.text()));
        String number = Numbers.signed(row.value(), 4);
        sheet.write(new Words(number, bars - EDGE, base, Anchor.END, SIZE, row.chosen(), theme.text()));
        double zero = bars + BAR / 2;
        double length = Math.max(1, Math.abs(row.share()) * BAR / 2);
        int colour = ColorMap.DIVERGING.argb(row.value() < 0 ? 1 - STRONG : STRONG);
        sheet.fillBox(row.value() < 0 ? zero - length : zero, top + 4, length, 8, colour);
        sheet.end();
    }
}
