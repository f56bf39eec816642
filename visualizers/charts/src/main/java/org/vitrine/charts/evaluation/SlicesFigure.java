package org.vitrine.charts.evaluation;

import java.util.List;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;
import org.vitrine.datasets.evaluation.Slice;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A row for each slice: its name, its count, and its score with the interval that it lies in.
 *
 * @param overall score of all examples
 * @param shares whether scores are shares, from 0 to 1
 * @param chosen name of the slice that is looked at; empty for none
 */
public record SlicesFigure(List<Slice> slices, double overall, boolean shares, String scoreName, String chosen)
        implements Figure {
    private static final double ROW = 24;
    private static final double MOST_NAMES = 150;
    private static final double LETTER = 6.2;
    private static final double COUNTS = 52;
    private static final double TOP = 10;

    public SlicesFigure {
        slices = List.copyOf(slices);
    }

    /** How high the figure should be to show all. */
    public double height() {
        return TOP + ROW * slices.size() + 48;
    }

    @Override
    public double height(double width) {
        return height();
    }

    /** The slice at a height, or -1. */
    public int at(double y) {
        int row = (int) Math.floor((y - TOP) / ROW);
        return row >= 0 && row < slices.size() ? row : -1;
    }

    private double names() {
        int longest =
                slices.stream().mapToInt(slice -> slice.name().length()).max().orElse(0);
        return Math.min(MOST_NAMES, 30 + LETTER * longest);
    }

    private Axis axis() {
        if (shares) {
            return Axis.linear(0, 1);
        }
        double most = overall;
        for (Slice slice : slices) {
            double end = slice.interval().high();
            most = Math.max(most, Double.isInfinite(end) ? slice.score() : end);
        }
        return Axis.around(0, most, false);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double bottom = TOP + ROW * slices.size();
        PlotArea area = new PlotArea(
                names() + COUNTS, TOP, Math.max(names() + COUNTS + 40, width - 70), bottom, axis(), Axis.linear(0, 1));
        var ticks = area.x().ticks((int) Math.max(2, area.width() / 70));
        for (int i = 0; i < ticks.values().length; i++) {
            double x = area.across(ticks.values()[i]);
            sheet.line(x, TOP, x, bottom, theme.grid(), 1);
            String label = shares ? ticks.percentLabel(i) : ticks.label(i);
            sheet.write(new Words(label, x, bottom + 15, Anchor.MIDDLE, PlotArea.TEXT, false, theme.muted()));
        }
        double middle = (area.left() + area.right()) / 2;
        sheet.write(new Words(scoreName, middle, bottom + 33, Anchor.MIDDLE, PlotArea.TEXT, false, theme.text()));
        double all = area.across(overall);
        sheet.line(all, TOP, all, bottom, theme.muted(), 1.5);
        for (int i = 0; i < slices.size(); i++) {
            row(sheet, theme, area, slices.get(i), TOP + ROW * i);
        }
    }

    private void row(Sheet sheet, Theme theme, PlotArea area, Slice slice, double top) {
        double y = top + ROW / 2;
        int colour = Palette.argb(slice.name().equals(chosen) ? 3 : 0, theme.dark());
        if (slice.name().equals(chosen)) {
            sheet.fillBox(0, top, area.right() + 70, ROW, Colours.withOpacity(colour, 0.12));
        }
        String name = sheet.fitted(slice.name(), PlotArea.TEXT, false, names() - 16);
        sheet.write(new Words(name, names() - 8, y + 4, Anchor.END, PlotArea.TEXT, false, theme.text()));
        String count = Numbers.count(slice.count());
        sheet.write(new Words(count, names() + COUNTS - 10, y + 4, Anchor.END, PlotArea.TEXT, false, theme.muted()));
        double low = Math.max(
                area.left(),
                area.across(Math.max(area.x().min(), slice.interval().low())));
        double high = Math.min(
                area.right(),
                area.across(Math.min(area.x().max(), slice.interval().high())));
        sheet.line(low, y, high, y, colour, 2);
        sheet.line(low, y - 4, low, y + 4, colour, 2);
        sheet.line(high, y - 4, high, y + 4, colour, 2);
        sheet.fillDot(area.across(slice.score()), y, 4.5, colour);
        String score = shares ? Numbers.percent(slice.score()) : Numbers.significant(slice.score(), 3);
        sheet.write(new Words(score, area.right() + 10, y + 4, Anchor.START, PlotArea.TEXT, false, theme.text()));
    }
}
