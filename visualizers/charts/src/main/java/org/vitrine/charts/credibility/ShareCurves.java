package org.vitrine.charts.credibility;

import java.awt.geom.Path2D;
import java.util.List;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Ticks;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * Curves over a share from 0 to 1, some with a band of their standard deviation around them.
 *
 * @param shares from 0 to 1, rising
 * @param curves each as long as {@code shares}
 */
public record ShareCurves(String xTitle, String yTitle, List<Double> shares, List<Named> curves) implements Figure {
    private static final double LEFT = 52;
    private static final double RIGHT = 16;
    private static final double TOP = 28;
    private static final double BOTTOM = 40;
    private static final double SIZE = 11;
    private static final double KEY = 18;
    private static final double BAND = 0.22;

    /**
     * One curve.
     *
     * @param deviations of each value; empty for none
     */
    public record Named(String name, List<Double> values, List<Double> deviations) {
        public Named {
            values = List.copyOf(values);
            deviations = List.copyOf(deviations);
        }
    }

    public ShareCurves {
        shares = List.copyOf(shares);
        curves = List.copyOf(curves);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        Axis x = Axis.linear(0, 1);
        Axis y = vertical();
        double right = width - RIGHT;
        double bottom = height - BOTTOM;
        grid(sheet, theme, x, y, right, bottom);
        sheet.clip(LEFT, TOP - 1, right - LEFT, bottom - TOP + 2);
        for (int i = 0; i < curves.size(); i++) {
            curve(sheet, theme, i, y, right, bottom);
        }
        sheet.end();
        keys(sheet, theme, right);
    }

    private Axis vertical() {
        double low = 0;
        double high = Double.NEGATIVE_INFINITY;
        for (Named curve : curves) {
            for (int i = 0; i < curve.values().size(); i++) {
                double around =
                        curve.deviations().isEmpty() ? 0 : curve.deviations().get(i);
                low = Math.min(low, curve.values().get(i) - around);
                high = Math.max(high, curve.values().get(i) + around);
            }
        }
        return Axis.around(low, high, false);
    }

    private void grid(Sheet sheet, Theme theme, Axis x, Axis y, double right, double bottom) {
        sheet.begin("grid");
        Ticks rows = y.ticks(5);
        for (double value : rows.values()) {
            double at = bottom - y.unit(value) * (bottom - TOP);
            sheet.line(LEFT, at, right, at, theme.grid(), 1);
            sheet.write(new Words(
                    Numbers.tick(value, rows.step()), LEFT - 6, at + SIZE / 3, Anchor.END, SIZE, false, theme.muted()));
        }
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            double at = LEFT + x.unit(share) * (right - LEFT);
            sheet.line(at, bottom, at, bottom + 4, theme.grid(), 1);
            sheet.write(new Words(
                    Math.round(100 * share) + "%", at, bottom + 16, Anchor.MIDDLE, SIZE, false, theme.muted()));
        }
        sheet.write(new Words(xTitle, (LEFT + right) / 2, bottom + 32, Anchor.MIDDLE, SIZE, false, theme.text()));
        sheet.write(new Words(yTitle, SIZE + 2, (TOP + bottom) / 2, Anchor.MIDDLE, SIZE, false, theme.text(), true));
        sheet.end();
    }

    private void curve(Sheet sheet, Theme theme, int index, Axis y, double right, double bottom) {
        Named curve = curves.get(index);
        int colour = Palette.argb(index, theme.dark());
        int count = shares.size();
        double[] across = new double[count];
        double[] down = new double[count];
        for (int i = 0; i < count; i++) {
            across[i] = LEFT + shares.get(i) * (right - LEFT);
            down[i] = bottom - y.unit(curve.values().get(i)) * (bottom - TOP);
        }
        sheet.begin(curve.name());
        if (!curve.deviations().isEmpty()) {
            double scale = (bottom - TOP) / (y.max() - y.min());
            Path2D band = new Path2D.Double();
            band.moveTo(across[0], down[0] - curve.deviations().get(0) * scale);
            for (int i = 1; i < count; i++) {
                band.lineTo(across[i], down[i] - curve.deviations().get(i) * scale);
            }
            for (int i = count - 1; i >= 0; i--) {
                band.lineTo(across[i], down[i] + curve.deviations().get(i) * scale);
            }
            band.closePath();
            sheet.fill(band, Colours.withOpacity(colour, BAND));
        }
        // The second curve is dashed, so that the two are told apart without colours.
        sheet.polyline(across, down, count, colour, index == 0 ? Pen.of(2) : Pen.dashed(2, 5));
        sheet.end();
    }

    private void keys(Sheet sheet, Theme theme, double right) {
        double at = LEFT;
        for (int i = 0; i < curves.size(); i++) {
            int colour = Palette.argb(i, theme.dark());
            sheet.polyline(
                    new double[] {at, at + KEY},
                    new double[] {TOP / 2, TOP / 2},
                    2,
                    colour,
                    i == 0 ? Pen.of(2) : Pen.dashed(2, 5));
            String name = sheet.fitted(curves.get(i).name(), SIZE, false, right - at - KEY - 6);
            sheet.write(new Words(name, at + KEY + 6, TOP / 2 + SIZE / 3, Anchor.START, SIZE, false, theme.text()));
            at += KEY + 6 + sheet.width(name, SIZE, false) + 16;
        }
    }
}
