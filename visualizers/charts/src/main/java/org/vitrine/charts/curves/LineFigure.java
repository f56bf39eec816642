package org.vitrine.charts.curves;

import java.util.List;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Curve;
import org.vitrine.charts.render.Decimator;
import org.vitrine.charts.render.LinePath;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Points;
import org.vitrine.charts.render.Ticks;
import org.vitrine.charts.render.ValueRange;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** Curves with axes and names, for paper. */
public record LineFigure(String xName, String yName, boolean percent, Axis x, Axis y, List<Curve> curves)
        implements Figure {
    private static final double SMALL = 11;
    /** Between two labels of the vertical axis. */
    private static final double LEAST_GAP = 14;

    private static final double LEFT = 62;
    private static final double RIGHT = 14;
    private static final double BOTTOM = 42;
    private static final double ROW = 18;

    public LineFigure {
        curves = List.copyOf(curves);
    }

    /**
     * With axes that hold all points.
     *
     * @param percent whether y values are shares to be labelled as percentages
     */
    public static LineFigure whole(String xName, String yName, boolean percent, List<Curve> curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        ValueRange range = new ValueRange(false);
        for (Curve curve : curves) {
            Points points = curve.points();
            range.include(points, 0, points.size());
            if (points.size() > 0) {
                low = Math.min(low, points.x(0));
                high = Math.max(high, points.x(points.size() - 1));
            }
        }
        Axis x = low < high ? Axis.linear(low, high) : low > high ? Axis.linear(0, 1) : Axis.around(low, high, false);
        return new LineFigure(xName, yName, percent, x, range.axis(), curves);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double top = legend(sheet, width, theme) + 8;
        double w = Math.max(10, width - LEFT - RIGHT);
        double h = Math.max(10, height - top - BOTTOM);
        axes(sheet, theme, top, w, h);
        Decimator decimator = new Decimator(x, y, LEFT, top, w, h);
        sheet.clip(LEFT, top - 2, w + 2, h + 4);
        LinePath path = new LinePath();
        for (Curve curve : curves) {
            int color = Palette.argb(curve.color(), theme.dark());
            decimator.decimate(curve.points(), path);
            Pen pen = curve.dashed() ? Pen.dashed(2, 5) : Pen.of(1.75);
            path.pieces((px, py, count) -> {
                sheet.polyline(px, py, count, color, pen);
                if (count == 1) {
                    sheet.fillDot(px[0], py[0], 2.5, color);
                }
            });
        }
        sheet.end();
    }

    /** Rows of names above the plot; returns where they end. */
    private double legend(Sheet sheet, double width, Theme theme) {
        double at = LEFT;
        double row = 4;
        for (Curve curve : curves) {
            double wide = 28 + sheet.width(curve.name(), SMALL, false) + 14;
            if (at + wide > width && at > LEFT) {
                at = LEFT;
                row += ROW;
            }
            int color = Palette.argb(curve.color(), theme.dark());
            double middle = row + ROW / 2;
            sheet.polyline(
                    new double[] {at, at + 20},
                    new double[] {middle, middle},
                    2,
                    color,
                    curve.dashed() ? Pen.dashed(2, 5) : Pen.of(2));
            sheet.write(new Words(curve.name(), at + 26, middle + 4, Anchor.START, SMALL, false, theme.text()));
            at += wide;
        }
        return row + ROW;
    }

    private void axes(Sheet sheet, Theme theme, double top, double w, double h) {
        Ticks rows = y.ticks((int) Math.max(2, h / 36));
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.values().length; i++) {
            double py = top + (1 - y.unit(rows.values()[i])) * h;
            sheet.line(LEFT, py, LEFT + w, py, theme.grid(), 1);
            if (last - py >= LEAST_GAP) {
                String label = percent ? rows.percentLabel(i) : rows.label(i);
                sheet.write(new Words(label, LEFT - 6, py + 4, Anchor.END, SMALL, false, theme.muted()));
                last = py;
            }
        }
        Ticks columns = x.ticks((int) Math.max(2, w / 80));
        sheet.line(LEFT, top + h, LEFT + w, top + h, theme.muted(), 1);
        for (int i = 0; i < columns.values().length; i++) {
            double px = LEFT + x.unit(columns.values()[i]) * w;
            sheet.line(px, top + h, px, top + h + 4, theme.muted(), 1);
            sheet.write(new Words(columns.label(i), px, top + h + 17, Anchor.MIDDLE, SMALL, false, theme.muted()));
        }
        sheet.write(new Words(xName, LEFT + w / 2, top + h + 36, Anchor.MIDDLE, SMALL, false, theme.muted()));
        sheet.write(new Words(yName, 12, top + h / 2, Anchor.MIDDLE, SMALL, false, theme.muted(), true));
    }
}
