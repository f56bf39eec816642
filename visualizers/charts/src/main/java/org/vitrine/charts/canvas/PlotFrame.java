package org.vitrine.charts.canvas;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Ticks;

/**
 * The rectangle of a plot and its axes.
 *
 * @param bottom room below the x axis
 * @param percent whether y values are shares to be labelled as percentages
 */
public record PlotFrame(
        Axis x, Axis y, double left, double top, double width, double height, double bottom, boolean percent) {
    /** Room for axis labels. The left margin is fixed, so that plots stay still while numbers change. */
    public static final double LEFT = 64;

    public static final double BOTTOM = 44;
    /** In low plots the name of the x axis is left out. */
    private static final double BOTTOM_OF_LOW = 24;

    private static final double LOW = 140;
    public static final double TOP = 8;
    public static final double RIGHT = 16;
    /** Between the labels of two ticks of the y axis. */
    private static final double LEAST_GAP = 14;

    /** The frame that fits a canvas of this size. */
    public static PlotFrame fit(Axis x, Axis y, double canvasWidth, double canvasHeight, boolean percent) {
        double bottom = canvasHeight < LOW ? BOTTOM_OF_LOW : BOTTOM;
        return new PlotFrame(
                x,
                y,
                LEFT,
                TOP,
                Math.max(10, canvasWidth - LEFT - RIGHT),
                Math.max(10, canvasHeight - TOP - bottom),
                bottom,
                percent);
    }

    public double pixelX(double value) {
        return left + x.unit(value) * width;
    }

    public double pixelY(double value) {
        return top + (1 - y.unit(value)) * height;
    }

    /** The x value under a pixel column. */
    public double valueX(double pixel) {
        return x.value((pixel - left) / width);
    }

    /** Paints grid lines, tick labels and axis names. */
    public void paint(GraphicsContext g, ChartRegion theme, TextWidth texts, String xName, String yName) {
        Font small = Font.font(theme.getFont().getFamily(), theme.getFont().getSize() * 0.86);
        g.setFont(small);
        g.setLineWidth(1);
        g.setLineDashes();
        paintY(g, theme);
        paintX(g, theme);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BOTTOM);
        g.setFill(theme.mutedColor());
        if (bottom == BOTTOM) {
            g.fillText(xName, left + width / 2, top + height + bottom - 2);
        }
        g.save();
        g.translate(4, top + height / 2);
        g.rotate(-90);
        g.setTextBaseline(VPos.TOP);
        if (texts.of(yName, small) < height) {
            g.fillText(yName, 0, 0);
        }
        g.restore();
    }

    private void paintY(GraphicsContext g, ChartRegion theme) {
        Ticks ticks = y.ticks((int) Math.max(2, height / 36));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ticks.values().length; i++) {
            double py = Math.round(pixelY(ticks.values()[i])) + 0.5;
            g.setStroke(theme.gridColor());
            g.strokeLine(left, py, left + width, py);
            // Logarithmic ticks come in threes, however little room there is.
            if (last - py >= LEAST_GAP) {
                g.setFill(theme.mutedColor());
                g.fillText(percent ? ticks.percentLabel(i) : ticks.label(i), left - 6, py);
                last = py;
            }
        }
    }

    private void paintX(GraphicsContext g, ChartRegion theme) {
        Ticks ticks = x.ticks((int) Math.max(2, width / 80));
        double base = Math.round(top + height) + 0.5;
        g.setStroke(theme.mutedColor());
        g.strokeLine(left, base, left + width, base);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (int i = 0; i < ticks.values().length; i++) {
            double px = Math.round(pixelX(ticks.values()[i])) + 0.5;
            g.strokeLine(px, base, px, base + 4);
            g.fillText(ticks.label(i), px, base + 6);
        }
    }
}
