package org.vitrine.charts.effects;

import java.util.List;
import org.vitrine.charts.evaluation.PlotArea;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Ticks;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A bar for each part of the inputs, with a whisker of one deviation to each side.
 *
 * @param axisName what bars measure, with its unit
 * @param chosen number of the bar that is looked at, or -1
 */
public record ImportanceBars(List<Bar> bars, String axisName, int chosen) implements Figure {
    private static final double ROW = 26;
    private static final double LEAST_ROW = 14;
    private static final double MOST_NAMES = 190;
    private static final double LETTER = 6.4;
    private static final double TOP = 8;
    private static final double BOTTOM = 44;
    private static final double NUMBERS = 74;

    /**
     * One part.
     *
     * @param text the value as it is written beside the bar
     */
    public record Bar(String name, double value, double deviation, String text) {}

    public ImportanceBars {
        bars = List.copyOf(bars);
    }

    /** How high the figure should be to show all. */
    public double height() {
        return TOP + ROW * bars.size() + BOTTOM;
    }

    @Override
    public double height(double width) {
        return height();
    }

    private double row(double height) {
        return Math.max(LEAST_ROW, Math.min(ROW, (height - TOP - BOTTOM) / Math.max(1, bars.size())));
    }

    /** The bar at a height of a figure of this height, or -1. */
    public int at(double y, double height) {
        int row = (int) Math.floor((y - TOP) / row(height));
        return row >= 0 && row < bars.size() ? row : -1;
    }

    private double names() {
        int longest = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
        return Math.min(MOST_NAMES, 24 + LETTER * longest);
    }

    private Axis axis() {
        double low = 0;
        double high = 0;
        for (Bar bar : bars) {
            low = Math.min(low, bar.value() - bar.deviation());
            high = Math.max(high, bar.value() + bar.deviation());
        }
        return Axis.around(low, high, false);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double row = row(height);
        double left = names();
        double bottom = TOP + row * bars.size();
        PlotArea area =
                new PlotArea(left, TOP, Math.max(left + 40, width - NUMBERS), bottom, axis(), Axis.linear(0, 1));
        Ticks ticks = area.x().ticks((int) Math.max(2, area.width() / 80));
        for (int i = 0; i < ticks.values().length; i++) {
            double x = area.across(ticks.values()[i]);
            sheet.line(x, TOP, x, bottom, theme.grid(), 1);
            sheet.write(new Words(ticks.label(i), x, bottom + 15, Anchor.MIDDLE, PlotArea.TEXT, false, theme.muted()));
        }
        sheet.write(new Words(
                sheet.fitted(axisName, PlotArea.TEXT, false, width - 16),
                Math.min((area.left() + area.right()) / 2, width - sheet.width(axisName, PlotArea.TEXT, false) / 2 - 8),
                bottom + 33,
                Anchor.MIDDLE,
                PlotArea.TEXT,
                false,
                theme.text()));
        double zero = area.across(0);
        for (int i = 0; i < bars.size(); i++) {
            bar(sheet, theme, area, i, TOP + row * i, row, zero);
        }
        sheet.line(zero, TOP, zero, bottom, theme.muted(), 1.5);
    }

    private void bar(Sheet sheet, Theme theme, PlotArea area, int index, double top, double row, double zero) {
        Bar bar = bars.get(index);
        double y = top + row / 2;
        int colour = Palette.argb(0, theme.dark());
        sheet.begin(bar.name());
        if (index == chosen) {
            sheet.fillBox(0, top, area.right() + NUMBERS, row, Colours.withOpacity(colour, 0.14));
        }
        double size = Math.min(PlotArea.TEXT, row - 3);
        String name = sheet.fitted(bar.name(), size, index == chosen, area.left() - 16);
        sheet.write(new Words(name, area.left() - 8, y + size / 3, Anchor.END, size, index == chosen, theme.text()));
        double end = area.across(bar.value());
        sheet.fillBox(Math.min(zero, end), top + row * 0.2, Math.abs(end - zero), row * 0.6, colour);
        if (bar.deviation() > 0) {
            double low = area.across(bar.value() - bar.deviation());
            double high = area.across(bar.value() + bar.deviation());
            double half = Math.min(4, row / 4);
            sheet.line(low, y, high, y, theme.text(), 1.5);
            sheet.line(low, y - half, low, y + half, theme.text(), 1.5);
            sheet.line(high, y - half, high, y + half, theme.text(), 1.5);
        }
        sheet.write(new Words(bar.text(), area.right() + 10, y + size / 3, Anchor.START, size, false, theme.text()));
        sheet.end();
    }
}
