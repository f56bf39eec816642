package org.vitrine.charts.evaluation;

import java.util.Arrays;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;

/**
 * Points with a line where they should lie.
 *
 * @param chosen index of the point that is looked at, or -1
 */
public record PointsFigure(String xName, String yName, double[] x, double[] y, Rule rule, int chosen)
        implements Figure {
    private static final double NEAR = 12;

    /** A straight line: y = intercept + slope x. */
    public record Rule(double slope, double intercept) {
        public static final Rule IDENTITY = new Rule(1, 0);
        public static final Rule ZERO = new Rule(0, 0);
    }

    private PlotArea area(double width, double height) {
        return PlotArea.in(width, height, axis(x), axis(y), 0);
    }

    private static Axis axis(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        return Axis.around(
                Arrays.stream(finite).min().orElse(0),
                Arrays.stream(finite).max().orElse(1),
                false);
    }

    /** The point nearest to a place of a figure of this size, or -1 if none is near. */
    public int at(double placeX, double placeY, double width, double height) {
        PlotArea area = area(width, height);
        int best = -1;
        double least = NEAR * NEAR;
        for (int i = 0; i < x.length; i++) {
            double dx = area.across(x[i]) - placeX;
            double dy = area.down(y[i]) - placeY;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = i;
            }
        }
        return best;
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        PlotArea area = area(width, height);
        area.drawAxes(sheet, theme, xName, yName);
        sheet.clip(area.left(), area.top(), area.width(), area.height());
        double from = area.x().min();
        double to = area.x().max();
        sheet.polyline(
                new double[] {area.across(from), area.across(to)},
                new double[] {
                    area.down(rule.intercept() + rule.slope() * from), area.down(rule.intercept() + rule.slope() * to)
                },
                2,
                theme.muted(),
                Pen.dashed(1.5, 5));
        double radius = x.length > 2000 ? 2 : x.length > 400 ? 2.6 : 3.5;
        int colour = Colours.withOpacity(Palette.argb(0, theme.dark()), x.length > 400 ? 0.5 : 0.75);
        for (int i = 0; i < x.length; i++) {
            sheet.fillDot(area.across(x[i]), area.down(y[i]), radius, colour);
        }
        sheet.end();
        if (chosen >= 0 && chosen < x.length) {
            double cx = area.across(x[chosen]);
            double cy = area.down(y[chosen]);
            sheet.fillDot(cx, cy, 7, theme.paper());
            sheet.fillDot(cx, cy, 5, Palette.argb(3, theme.dark()));
        }
    }
}
