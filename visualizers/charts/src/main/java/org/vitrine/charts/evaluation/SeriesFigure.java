package org.vitrine.charts.evaluation;

import java.util.List;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** Values over time: lines with names; gaps where a value is no number. */
public record SeriesFigure(String xName, String yName, List<Line> lines) implements Figure {
    private static final double NAMES = 24;

    /**
     * A line.
     *
     * @param colour its place in the palette; -1 for the colour of texts
     */
    public record Line(String name, double[] x, double[] y, int colour, boolean dashed) {}

    public SeriesFigure {
        lines = List.copyOf(lines);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        // Several names stand above the lines; a single one is the axis's, so that nothing lies on the line.
        boolean single = lines.size() == 1;
        double room = single ? 0 : NAMES / Math.max(NAMES, height - 2 * NAMES);
        PlotArea area = PlotArea.in(width, height, axis(true, 0), axis(false, room), 0);
        area.drawAxes(
                sheet, theme, xName, single && yName.isEmpty() ? lines.get(0).name() : yName);
        sheet.clip(area.left(), area.top(), area.width(), area.height());
        for (Line line : lines) {
            draw(sheet, area, line, theme);
        }
        sheet.end();
        double x = area.left() + 8;
        for (Line line : single ? List.<Line>of() : lines) {
            double end = x + 22 + sheet.width(line.name(), PlotArea.TEXT, false);
            sheet.fillBox(x - 4, area.top() + 2, end - x + 8, 18, theme.paper());
            double y = area.top() + 15;
            Pen pen = line.dashed() ? Pen.dashed(2, 4) : Pen.of(2);
            sheet.polyline(new double[] {x, x + 16}, new double[] {y - 4, y - 4}, 2, colour(line, theme), pen);
            sheet.write(new Words(line.name(), x + 22, y, Anchor.START, PlotArea.TEXT, false, theme.text()));
            x = end + 18;
        }
    }

    private static int colour(Line line, Theme theme) {
        return line.colour() < 0 ? theme.text() : Palette.argb(line.colour(), theme.dark());
    }

    private static void draw(Sheet sheet, PlotArea area, Line line, Theme theme) {
        Pen pen = line.dashed() ? Pen.dashed(2, 5) : Pen.of(1.8);
        double[] across = new double[line.x().length];
        double[] down = new double[across.length];
        int count = 0;
        for (int i = 0; i <= across.length; i++) {
            if (i < across.length && Double.isFinite(line.y()[i])) {
                across[count] = area.across(line.x()[i]);
                down[count++] = area.down(line.y()[i]);
            } else {
                sheet.polyline(across, down, count, colour(line, theme), pen);
                count = 0;
            }
        }
    }

    /** @param room share of the range that is left free above */
    private Axis axis(boolean ofX, double room) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line line : lines) {
            for (double value : ofX ? line.x() : line.y()) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return Axis.around(low, high + room * (high - low), false);
    }
}
