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
 * How often values lie where, beside the normal distribution of the same mean and deviation.
 *
 * @param bins of equal width
 */
public record HistogramFigure(String xName, String yName, double[] values, int bins) implements Figure {
    private static final int STEPS = 120;

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double wide = high > low ? (high - low) / bins : 1;
        int[] counts = new int[bins];
        for (double value : values) {
            counts[Math.max(0, Math.min(bins - 1, (int) ((value - low) / wide)))]++;
        }
        double most = Arrays.stream(counts).max().orElse(1);
        PlotArea area = PlotArea.in(
                width, height, Axis.around(low, Math.max(high, low + wide), false), Axis.around(0, most, false), 0);
        area.drawAxes(sheet, theme, xName, yName);
        int colour = Colours.withOpacity(Palette.argb(0, theme.dark()), 0.75);
        for (int b = 0; b < bins; b++) {
            double left = area.across(low + b * wide);
            double right = area.across(low + (b + 1) * wide);
            double top = area.down(counts[b]);
            sheet.fillBox(left + 0.5, top, Math.max(1, right - left - 1), area.bottom() - top, colour);
        }
        normal(sheet, area, wide, theme);
    }

    private void normal(Sheet sheet, PlotArea area, double wide, Theme theme) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
        if (deviation == 0) {
            return;
        }
        double[] across = new double[STEPS];
        double[] down = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double value = area.x().min() + (area.x().max() - area.x().min()) * i / (STEPS - 1);
            double z = (value - mean) / deviation;
            double expected = values.length * wide * Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
            across[i] = area.across(value);
            down[i] = area.down(expected);
        }
        sheet.clip(area.left(), area.top(), area.width(), area.height());
        sheet.polyline(across, down, STEPS, Palette.argb(3, theme.dark()), Pen.of(2));
        sheet.end();
    }
}
