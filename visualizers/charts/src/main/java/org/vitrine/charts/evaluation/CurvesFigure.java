package org.vitrine.charts.evaluation;

import java.util.Comparator;
import java.util.List;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.Axis;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * Lines between 0 and 1 in both directions with a legend: receiver operating characteristics, precision over recall.
 *
 * @param diagonal whether chance is the diagonal
 */
public record CurvesFigure(String xName, String yName, List<Line> lines, List<Mark> marks, boolean diagonal)
        implements Figure {
    private static final double LEGEND = 150;
    private static final double LEAST_WITH_LEGEND = 360;

    /**
     * A line.
     *
     * @param colour its place in the palette; -1 for an average of the others, which is grey and broad
     * @param faded whether another line is looked at
     */
    public record Line(String name, double[] x, double[] y, int colour, boolean dashed, boolean faded) {}

    /** A point that is looked at. */
    public record Mark(double x, double y, int colour) {}

    public CurvesFigure {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        boolean legend = width >= LEAST_WITH_LEGEND;
        PlotArea area = PlotArea.in(width, height, Axis.linear(0, 1), Axis.linear(0, 1), legend ? LEGEND : 0);
        area.drawAxes(sheet, theme, xName, yName);
        if (diagonal) {
            double[] ends = {0, 1};
            trace(sheet, area, ends, ends, theme.muted(), Pen.dashed(1, 4));
        }
        sheet.clip(area.left() - 2, area.top() - 2, area.width() + 4, area.height() + 4);
        // What is looked at lies on top, broad averages below.
        lines.stream()
                .sorted(Comparator.comparingInt(CurvesFigure::layer))
                .forEach(line -> trace(sheet, area, line.x(), line.y(), colour(line, theme), pen(line)));
        sheet.end();
        for (Mark mark : marks) {
            double x = area.across(mark.x());
            double y = area.down(mark.y());
            sheet.fillDot(x, y, 6, theme.paper());
            sheet.fillDot(x, y, 4.5, Hues.of(mark.colour(), theme.dark()));
        }
        if (legend) {
            drawLegend(sheet, area, height, theme);
        }
    }

    private static int layer(Line line) {
        return line.colour() < 0 ? 0 : line.faded() ? 1 : 2;
    }

    private static int colour(Line line, Theme theme) {
        int average = Argb.mix(theme.muted(), theme.paper(), 0.3);
        int argb = line.colour() < 0 ? average : Hues.of(line.colour(), theme.dark());
        return line.faded() ? Colours.withOpacity(argb, 0.25) : argb;
    }

    private static Pen pen(Line line) {
        double width = line.colour() < 0 ? 3.5 : 2;
        return line.dashed() ? Pen.dashed(width, 5) : Pen.of(width);
    }

    private static void trace(Sheet sheet, PlotArea area, double[] x, double[] y, int argb, Pen pen) {
        double[] across = new double[x.length];
        double[] down = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            across[i] = area.across(x[i]);
            down[i] = area.down(y[i]);
        }
        sheet.polyline(across, down, x.length, argb, pen);
    }

    private void drawLegend(Sheet sheet, PlotArea area, double height, Theme theme) {
        double left = area.right() + 12;
        double y = area.top() + 10;
        for (Line line : lines) {
            if (y > height - 8) {
                break;
            }
            double[] across = {left, left + 16};
            sheet.polyline(across, new double[] {y - 4, y - 4}, 2, colour(line, theme), pen(line));
            String name = sheet.fitted(line.name(), PlotArea.TEXT, false, LEGEND - 34);
            int ink = line.faded() ? theme.muted() : theme.text();
            sheet.write(new Words(name, left + 22, y, Anchor.START, PlotArea.TEXT, false, ink));
            y += 17;
        }
    }
}
