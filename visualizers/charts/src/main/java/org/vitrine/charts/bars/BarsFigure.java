package org.vitrine.charts.bars;

import java.util.List;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.Palette;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A bar for each name: shares of one from the left, or signed values from the middle, as many as fit.
 *
 * @param shares whether values are probabilities, 0 to 1
 * @param chosen the one that stands out, or -1
 */
public record BarsFigure(List<String> names, List<Double> values, boolean shares, int chosen) implements Figure {
    private static final double SIZE = 12;
    private static final double EDGE = 8;
    private static final double MOST = 30;
    private static final double LEAST = 15;
    private static final double NAMES = 0.3;
    private static final double NUMBERS = 66;
    private static final double STRONG = 0.85;

    public BarsFigure {
        names = List.copyOf(names);
        values = List.copyOf(values);
        if (names.size() != values.size()) {
            throw new IllegalArgumentException(names.size() + " names for " + values.size() + " values");
        }
    }

    private double each(double height) {
        return Math.max(LEAST, Math.min(MOST, (height - 2 * EDGE) / Math.max(1, names.size())));
    }

    @Override
    public double height(double width) {
        return 2 * EDGE + names.size() * LEAST;
    }

    /** The bar at this height of a figure of the given height, or -1. */
    public int at(double y, double height) {
        int row = (int) Math.floor((y - EDGE) / each(height));
        return row >= 0 && row < names.size() ? row : -1;
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double each = each(height);
        double left = EDGE + NAMES * width;
        double room = width - left - NUMBERS - EDGE;
        if (room < 10) {
            return;
        }
        double largest = values.stream().mapToDouble(Math::abs).max().orElse(0);
        for (int i = 0; i < names.size() && EDGE + (i + 1) * each <= height + 1; i++) {
            sheet.begin(names.get(i));
            double top = EDGE + i * each;
            double base = top + each / 2 + SIZE / 3;
            boolean bold = i == chosen;
            String name = sheet.fitted(names.get(i), SIZE, bold, left - EDGE - 8);
            sheet.write(new Words(name, left - 8, base, Anchor.END, SIZE, bold, theme.text()));
            sheet.fillBox(left, top + 3, room, each - 6, Colours.withOpacity(theme.grid(), 0.45));
            bar(sheet, values.get(i), largest, left, top + 3, room, each - 6, bold, theme);
            String number = shares ? Numbers.percent(values.get(i)) : Numbers.signed(values.get(i), 3);
            sheet.write(new Words(number, width - EDGE, base, Anchor.END, SIZE, bold, theme.text()));
            sheet.end();
        }
    }

    private void bar(
            Sheet sheet,
            double value,
            double largest,
            double left,
            double top,
            double room,
            double high,
            boolean bold,
            Theme theme) {
        if (shares) {
            int colour = bold ? Palette.argb(0, theme.dark()) : theme.muted();
            sheet.fillBox(left, top, room * Math.max(0, Math.min(1, value)), high, colour);
            return;
        }
        double zero = left + room / 2;
        double length = largest == 0 || Double.isNaN(value) ? 0 : value / largest * room / 2;
        int colour = ColorMap.DIVERGING.argb(value >= 0 ? STRONG : 1 - STRONG);
        sheet.fillBox(Math.min(zero, zero + length), top, Math.abs(length), high, colour);
        sheet.line(zero, top - 2, zero, top + high + 2, theme.muted(), 1);
    }
}
