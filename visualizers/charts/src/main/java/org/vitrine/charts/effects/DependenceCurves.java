package org.vitrine.charts.effects;

import java.util.List;
import org.vitrine.charts.evaluation.PlotArea;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A thin line for each example and a thick one for their mean, over the values of a column, with a rug of where the examples are.
 *
 * @param lines an answer for each value, by example
 * @param mean an answer for each value
 * @param own what stands in the column of each example; empty where it has no place on the axis
 * @param names of the two kinds of line, for the legend: mean, one example
 * @param chosen number of the line that is looked at, or -1
 */
public record DependenceCurves(
        ValueAxis axis, String yName, double[][] lines, double[] mean, double[] own, List<String> names, int chosen)
        implements Figure {
    private static final double NEAR = 10;
    private static final double RUG = 7;
    private static final double LEGEND = 20;
    private static final double KEY = 18;
    private static final int MANY = 100;

    public DependenceCurves {
        names = List.copyOf(names);
    }

    private PlotArea area(double width, double height) {
        PlotArea whole = PlotArea.in(width, height, axis.axis(), vertical(), 0);
        return new PlotArea(
                whole.left(), whole.top() + LEGEND, whole.right(), whole.bottom() - RUG, whole.x(), whole.y());
    }

    private Axis vertical() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] line : lines) {
            for (double value : line) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return Axis.around(low, high, false);
    }

    /** The line nearest to a place of a figure of this size, or -1 if none is near. */
    public int at(double x, double y, double width, double height) {
        PlotArea area = area(width, height);
        double[] across = across(area);
        int best = -1;
        double least = NEAR;
        for (int i = 0; i < lines.length; i++) {
            for (int k = 0; k < across.length; k++) {
                int next = Math.min(k + 1, across.length - 1);
                if (x < across[k] - NEAR || x > across[next] + NEAR) {
                    continue;
                }
                double share = next == k
                        ? 0
                        : Math.max(0, Math.min(1, (x - across[k]) / Math.max(1e-9, across[next] - across[k])));
                double value = lines[i][k] + share * (lines[i][next] - lines[i][k]);
                double off = Math.abs(area.down(value) - y);
                if (off < least) {
                    least = off;
                    best = i;
                }
            }
        }
        return best;
    }

    private double[] across(PlotArea area) {
        return axis.places().stream().mapToDouble(area::across).toArray();
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        PlotArea area = area(width, height);
        PlotArea below = new PlotArea(area.left(), area.top(), area.right(), area.bottom() + RUG, area.x(), area.y());
        if (axis.labels().isEmpty()) {
            rugged(below, area).drawAxes(sheet, theme, axis.name(), yName);
        } else {
            rugged(below, area).drawNamed(sheet, theme, axis.name(), yName, axis.places(), axis.labels());
        }
        double[] across = across(area);
        sheet.clip(area.left() - 4, area.top() - 4, area.width() + 8, area.height() + 8);
        int thin = Colours.withOpacity(Palette.argb(0, theme.dark()), lines.length > MANY ? 0.22 : 0.35);
        sheet.begin("examples");
        for (double[] line : lines) {
            polyline(sheet, area, across, line, thin, 1);
        }
        sheet.end();
        if (chosen >= 0 && chosen < lines.length) {
            chosen(sheet, theme, area, across);
        }
        polyline(sheet, area, across, mean, theme.paper(), 6);
        polyline(sheet, area, across, mean, Palette.argb(3, theme.dark()), 3);
        sheet.end();
        rug(sheet, theme, area);
        legend(sheet, theme, area);
    }

    /** Axes begin below the rug, but values above it. */
    private static PlotArea rugged(PlotArea below, PlotArea area) {
        double span = area.y().max() - area.y().min();
        double more = span * (below.bottom() - area.bottom()) / Math.max(1, area.height());
        return new PlotArea(
                below.left(),
                below.top(),
                below.right(),
                below.bottom(),
                below.x(),
                Axis.linear(area.y().min() - more, area.y().max()));
    }

    private void polyline(Sheet sheet, PlotArea area, double[] across, double[] line, int colour, double pen) {
        double[] down = new double[line.length];
        for (int k = 0; k < down.length; k++) {
            down[k] = area.down(line[k]);
        }
        if (down.length == 1) {
            sheet.fillDot(across[0], down[0], pen, colour);
        }
        sheet.polyline(across, down, down.length, colour, Pen.of(pen));
        if (axis.spaced() && pen >= 3) {
            for (int k = 0; k < down.length; k++) {
                sheet.fillDot(across[k], down[k], pen + 1.5, colour);
            }
        }
    }

    private void chosen(Sheet sheet, Theme theme, PlotArea area, double[] across) {
        int colour = theme.text();
        polyline(sheet, area, across, lines[chosen], colour, 2);
        if (own.length > chosen) {
            double place = axis.place(own[chosen]);
            double[] places =
                    axis.places().stream().mapToDouble(Double::doubleValue).toArray();
            for (int k = 0; k < places.length; k++) {
                boolean last = k == places.length - 1;
                if (place >= places[k] && (last ? place == places[k] : place < places[k + 1])) {
                    double share = last ? 0 : (place - places[k]) / (places[k + 1] - places[k]);
                    double value = lines[chosen][k] + (last ? 0 : share * (lines[chosen][k + 1] - lines[chosen][k]));
                    sheet.fillDot(area.across(place), area.down(value), 5, colour);
                }
            }
        }
    }

    /** Ticks that stand on one another are darker; categories are spread, so that their number can be seen. */
    private void rug(Sheet sheet, Theme theme, PlotArea area) {
        int colour = Colours.withOpacity(theme.text(), 0.45);
        double each = axis.spaced() ? area.width() / axis.values().size() * 0.7 : 0;
        sheet.begin("rug");
        for (int i = 0; i < own.length; i++) {
            double spread = own.length < 2 ? 0 : ((i * 0.6180339887) % 1 - 0.5) * each;
            double x = area.across(axis.place(own[i])) + spread;
            if (x >= area.left() - 1 && x <= area.right() + 1) {
                sheet.line(x, area.bottom() + 1, x, area.bottom() + RUG, colour, 1);
            }
        }
        sheet.end();
    }

    private void legend(Sheet sheet, Theme theme, PlotArea area) {
        double at = area.left();
        double y = area.top() - LEGEND / 2 - 2;
        int[] colours = {Palette.argb(3, theme.dark()), Palette.argb(0, theme.dark())};
        for (int i = 0; i < names.size(); i++) {
            sheet.line(at, y, at + KEY, y, colours[Math.min(i, 1)], i == 0 ? 3 : 1);
            String name = sheet.fitted(names.get(i), PlotArea.TEXT, false, area.right() - at - KEY - 6);
            sheet.write(new Words(
                    name, at + KEY + 6, y + PlotArea.TEXT / 3, Anchor.START, PlotArea.TEXT, false, theme.text()));
            at += KEY + 6 + sheet.width(name, PlotArea.TEXT, false) + 18;
        }
    }
}
