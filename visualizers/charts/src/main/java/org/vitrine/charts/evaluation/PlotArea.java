package org.vitrine.charts.evaluation;

import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Ticks;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** Where values lie in a figure with two axes. Margins are fixed, so that whoever points at the figure is understood. */
public record PlotArea(double left, double top, double right, double bottom, Axis x, Axis y) {
    static final double TEXT = 11;
    private static final double LEFT = 58;
    private static final double BOTTOM = 42;
    private static final double TOP = 10;
    private static final double RIGHT = 14;
    private static final double TICK_WIDTH = 70;
    private static final double TICK_HEIGHT = 40;

    /** The area in a figure of this size that leaves {@code beside} at its right, for a legend. */
    static PlotArea in(double width, double height, Axis x, Axis y, double beside) {
        return new PlotArea(
                LEFT, TOP, Math.max(LEFT + 20, width - RIGHT - beside), Math.max(TOP + 20, height - BOTTOM), x, y);
    }

    double across(double value) {
        return left + x.unit(value) * (right - left);
    }

    double down(double value) {
        return bottom - y.unit(value) * (bottom - top);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    /** Draws the axes with a grid and their names. */
    void drawAxes(Sheet sheet, Theme theme, String xName, String yName) {
        Ticks across = x.ticks((int) Math.max(2, width() / TICK_WIDTH));
        for (int i = 0; i < across.values().length; i++) {
            double place = across(across.values()[i]);
            sheet.line(place, top, place, bottom, theme.grid(), 1);
            sheet.write(new Words(across.label(i), place, bottom + 15, Anchor.MIDDLE, TEXT, false, theme.muted()));
        }
        Ticks down = y.ticks((int) Math.max(2, height() / TICK_HEIGHT));
        for (int i = 0; i < down.values().length; i++) {
            double place = down(down.values()[i]);
            sheet.line(left, place, right, place, theme.grid(), 1);
            sheet.write(new Words(down.label(i), left - 6, place + 4, Anchor.END, TEXT, false, theme.muted()));
        }
        sheet.write(new Words(
                sheet.fitted(xName, TEXT, false, width()),
                (left + right) / 2,
                bottom + 33,
                Anchor.MIDDLE,
                TEXT,
                false,
                theme.text()));
        sheet.write(new Words(
                sheet.fitted(yName, TEXT, false, height()),
                14,
                (top + bottom) / 2,
                Anchor.MIDDLE,
                TEXT,
                false,
                theme.text(),
                true));
    }
}
