package org.vitrine.charts.token;

import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Letters;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A text on the colours of its relevance, in reading order; words that the model does not know have a dashed frame, and one may
 * be marked with a solid one.
 *
 * @param relevance one value a word; empty leaves the words without colour
 * @param signed whether negative values speak against
 * @param unknown places of unknown words
 * @param marked the place of the marked word
 */
public record TokensFigure(
        List<String> words, List<Double> relevance, boolean signed, Set<Integer> unknown, OptionalInt marked)
        implements Figure {
    private static final double SIZE = 16;
    private static final double EDGE = 10;
    private static final double GAP = 5;
    private static final double PAD = 5;
    private static final double LINE = 30;
    private static final double BAR = 200;
    private static final double SMALL = 11;

    public TokensFigure {
        words = List.copyOf(words);
        relevance = List.copyOf(relevance);
        unknown = Set.copyOf(unknown);
        if (!relevance.isEmpty() && words.size() != relevance.size()) {
            throw new IllegalArgumentException(words.size() + " words cannot have " + relevance.size() + " values");
        }
    }

    /** Without a mark. */
    public TokensFigure(List<String> words, List<Double> relevance, boolean signed, Set<Integer> unknown) {
        this(words, relevance, signed, unknown, OptionalInt.empty());
    }

    /** Takes a word with its place. */
    @FunctionalInterface
    private interface Placed {
        void word(int index, String word, double x, double y, double wide);
    }

    @Override
    public double height(double width) {
        Letters letters = Letters.of(false);
        double last = flow(width, word -> letters.width(word, SIZE), (index, word, x, y, wide) -> {});
        return last + LINE + (relevance.isEmpty() ? 0 : 14 + 10 + SMALL + 4) + EDGE;
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        ColorScale scale = scale(theme);
        double last = flow(
                width,
                word -> sheet.width(word, SIZE, false),
                (index, word, x, y, wide) -> word(sheet, index, word, x, y, wide, scale, theme));
        if (!relevance.isEmpty()) {
            legend(sheet, scale, last + LINE + 14, theme);
        }
    }

    /** Places the words line by line; gives the top of the last line. */
    private double flow(double width, ToDoubleFunction<String> widths, Placed placed) {
        double x = EDGE;
        double y = EDGE;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).isBlank() ? "\u2423" : words.get(i);
            double wide = widths.applyAsDouble(word) + 2 * PAD;
            if (x > EDGE && x + wide > width - EDGE) {
                x = EDGE;
                y += LINE;
            }
            placed.word(i, word, x, y, wide);
            x += wide + GAP;
        }
        return y;
    }

    private ColorScale scale(Theme theme) {
        float[] values = new float[relevance.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = relevance.get(i).floatValue();
        }
        // No clipping: a sentence has few words, and its strongest one is the point.
        ColorScale scale = signed ? ColorScale.diverging(100, values) : ColorScale.sequential(100, values);
        return signed && theme.dark() ? scale.with(ColorMap.DIVERGING_DARK) : scale;
    }

    private void word(
            Sheet sheet, int place, String word, double x, double y, double wide, ColorScale scale, Theme theme) {
        RoundRectangle2D box = new RoundRectangle2D.Double(x, y, wide, LINE - 6, 6, 6);
        int ink = theme.text();
        sheet.begin(word);
        if (!relevance.isEmpty()) {
            int ground = scale.argb(relevance.get(place));
            ink = Argb.textOn(ground);
            sheet.fill(box, ground);
        }
        if (unknown.contains(place)) {
            sheet.stroke(box, theme.muted(), Pen.dashed(1.2, 3));
        }
        if (marked.equals(OptionalInt.of(place))) {
            sheet.stroke(box, theme.text(), Pen.of(2));
        }
        sheet.write(new Words(word, x + PAD, y + SIZE + 2, Anchor.START, SIZE, false, ink));
        sheet.end();
    }

    private static void legend(Sheet sheet, ColorScale scale, double y, Theme theme) {
        int parts = 50;
        sheet.begin("legend");
        for (int i = 0; i < parts; i++) {
            sheet.fillBox(
                    EDGE + i * BAR / parts,
                    y,
                    BAR / parts + 0.5,
                    10,
                    scale.map().argb((i + 0.5) / parts));
        }
        double base = y + 10 + SMALL + 4;
        sheet.write(new Words(Numbers.signed(scale.min(), 3), EDGE, base, Anchor.START, SMALL, false, theme.muted()));
        sheet.write(
                new Words(Numbers.signed(scale.max(), 3), EDGE + BAR, base, Anchor.END, SMALL, false, theme.muted()));
        sheet.end();
    }
}
