package org.vitrine.charts.curves;

import java.util.List;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.Palette;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A record over time whose points can be moved, on the colours of its steps' relevance.
 *
 * @param values [columns, time]
 * @param chosen the column whose scale is drawn and whose points stand out
 * @param least of each column's scale
 * @param most of each column's scale
 * @param relevance one value a step; empty for none
 */
public record RecordFigure(
        List<String> names,
        Tensor values,
        int chosen,
        List<Double> least,
        List<Double> most,
        List<Double> relevance,
        boolean signed)
        implements Figure {
    private static final double SIZE = 11;
    private static final double LEFT = 64;
    private static final double RIGHT = 12;
    private static final double TOP = 22;
    private static final double BOTTOM = 22;

    public RecordFigure {
        names = List.copyOf(names);
        least = List.copyOf(least);
        most = List.copyOf(most);
        relevance = List.copyOf(relevance);
    }

    private int steps() {
        return values.shape()[1];
    }

    /** The step at a place of a figure of this width. */
    public int step(double x, double width) {
        double share = (x - LEFT) / Math.max(1, width - LEFT - RIGHT);
        return (int) Math.max(0, Math.min(steps() - 1, Math.floor(share * steps())));
    }

    /** The value of the chosen column at a height of a figure of this height, within its scale. */
    public double value(double y, double height) {
        double share = 1 - (y - TOP) / Math.max(1, height - TOP - BOTTOM);
        return least.get(chosen) + Math.max(0, Math.min(1, share)) * (most.get(chosen) - least.get(chosen));
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double wide = width - LEFT - RIGHT;
        double high = height - TOP - BOTTOM;
        if (wide < 10 || high < 10) {
            return;
        }
        ground(sheet, wide, high, theme);
        for (int column = 0; column < names.size(); column++) {
            if (column != chosen) {
                line(sheet, column, wide, high, theme);
            }
        }
        line(sheet, chosen, wide, high, theme);
        write(sheet, names.get(chosen), LEFT, TOP - 8, Anchor.START, theme);
        write(sheet, Numbers.value(most.get(chosen)), LEFT - 6, TOP + SIZE / 2, Anchor.END, theme);
        write(sheet, Numbers.value(least.get(chosen)), LEFT - 6, TOP + high, Anchor.END, theme);
        write(sheet, "1", LEFT, height - 6, Anchor.START, theme);
        write(sheet, Integer.toString(steps()), LEFT + wide, height - 6, Anchor.END, theme);
    }

    private static void write(Sheet sheet, String text, double x, double y, Anchor anchor, Theme theme) {
        sheet.write(new Words(text, x, y, anchor, SIZE, false, theme.muted()));
    }

    private void ground(Sheet sheet, double wide, double high, Theme theme) {
        sheet.begin("relevance");
        if (relevance.size() == steps()) {
            float[] all = new float[relevance.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = relevance.get(i).floatValue();
            }
            ColorScale scale = ColorScale.of(signed, all);
            double each = wide / all.length;
            for (int i = 0; i < all.length; i++) {
                sheet.fillBox(LEFT + i * each, TOP, each, high, Colours.withOpacity(scale.argb(all[i]), 0.55));
            }
        }
        sheet.line(LEFT, TOP + high, LEFT + wide, TOP + high, theme.grid(), 1);
        sheet.line(LEFT, TOP, LEFT + wide, TOP, theme.grid(), 1);
        sheet.end();
    }

    private void line(Sheet sheet, int column, double wide, double high, Theme theme) {
        int steps = steps();
        double[] x = new double[steps];
        double[] y = new double[steps];
        double span = most.get(column) - least.get(column);
        for (int step = 0; step < steps; step++) {
            double value = values.values()[column * steps + step];
            x[step] = LEFT + (step + 0.5) * wide / steps;
            y[step] = TOP + high * (1 - (span == 0 ? 0.5 : (value - least.get(column)) / span));
        }
        boolean strong = column == chosen;
        int colour = Palette.argb(column, theme.dark());
        sheet.begin(names.get(column));
        sheet.polyline(x, y, steps, strong ? colour : Colours.withOpacity(colour, 0.4), Pen.of(strong ? 2 : 1));
        for (int step = 0; strong && step < steps && wide / steps > 6; step++) {
            sheet.fillDot(x[step], y[step], 3.5, colour);
        }
        sheet.end();
    }
}
