package org.vitrine.charts.evaluation;

import java.util.List;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Ticks;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** Where values lie in a figure with two axes. Margins are fixed, so that whoever points at the figure is understood. */
public record PlotArea(double left, double top, double right, double bottom, Axis x, Axis y) {
    public static final double TEXT = 11;
    private static final double LEFT = 58;
    private static final double BOTTOM = 42;
    private static final double TOP = 10;
    private static final double RIGHT = 14;
    private static final double TICK_WIDTH = 70;
    private static final double LEAST_LABEL = 44;
    private static final double GAP = 8;
    private static final double TICK_HEIGHT = 40;

    /** The area in a figure of this size that leaves {@code beside} at its right, for a legend. */
    public static PlotArea in(double width, double height, Axis x, Axis y, double beside) {
        return new PlotArea(
                LEFT, TOP, Math.max(LEFT + 20, width - RIGHT - beside), Math.max(TOP + 20, height - BOTTOM), x, y);
    }

    public double across(double value) {
        return left + x.unit(value) * (right - left);
    }

    public double down(double value) {
        return bottom - y.unit(value) * (bottom - top);
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    /** Draws the axes with a grid and their names. */
    public void drawAxes(Sheet sheet, Theme theme, String xName, String yName) {
        drawAcross(sheet, theme, xName);
        drawDown(sheet, theme, yName);
    }

    private void drawAcross(Sheet sheet, Theme theme, String xName) {
        Ticks across = x.ticks((int) Math.max(2, width() / TICK_WIDTH));
        for (int i = 0; i < across.values().length; i++) {
            double place = across(across.values()[i]);
            sheet.line(place, top, place, bottom, theme.grid(), 1);
            sheet.write(new Words(across.label(i), place, bottom + 15, Anchor.MIDDLE, TEXT, false, theme.muted()));
        }
        nameAcross(sheet, theme, xName);
    }

    /**
     * Draws the axes where places across have names; those that would touch are left out.
     *
     * @param places rising, one for each label
     */
    public void drawNamed(
            Sheet sheet, Theme theme, String xName, String yName, List<Double> places, List<String> labels) {
        double free = Double.NEGATIVE_INFINITY;
        double each = width() / Math.max(1, Math.min(places.size(), (int) Math.max(1, width() / LEAST_LABEL)));
        for (int i = 0; i < places.size(); i++) {
            double place = across(places.get(i));
            sheet.line(place, top, place, bottom, theme.grid(), 1);
            String label = sheet.fitted(labels.get(i), TEXT, false, Math.max(LEAST_LABEL, each - GAP));
            double half = sheet.width(label, TEXT, false) / 2;
            if (place - half > free) {
                sheet.write(new Words(label, place, bottom + 15, Anchor.MIDDLE, TEXT, false, theme.muted()));
                free = place + half + GAP;
            }
        }
        nameAcross(sheet, theme, xName);
        drawDown(sheet, theme, yName);
    }

    private void drawDown(Sheet sheet, Theme theme, String yName) {
        Ticks down = y.ticks((int) Math.max(2, height() / TICK_HEIGHT));
        for (int i = 0; i < down.values().length; i++) {
            double place = down(down.values()[i]);
            sheet.line(left, place, right, place, theme.grid(), 1);
            sheet.write(new Words(down.label(i), left - 6, place + 4, Anchor.END, TEXT, false, theme.muted()));
        }
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

    private void nameAcross(Sheet sheet, Theme theme, String xName) {
        sheet.write(new Words(
                sheet.fitted(xName, TEXT, false, width()),
                (left + right) / 2,
                bottom + 33,
                Anchor.MIDDLE,
                TEXT,
                false,
                theme.text()));
    }
}
