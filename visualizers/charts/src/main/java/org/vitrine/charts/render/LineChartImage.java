package org.vitrine.charts.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A line chart as a picture on white, for reports.
 *
 * @param percent whether y values are shares to be labelled as percentages
 * @param logY whether the y axis is logarithmic; values up to zero are then gaps
 */
public record LineChartImage(
        String title, String xLabel, String yLabel, boolean percent, boolean logY, List<Curve> curves) {
    private static final Color INK = new Color(0x1F2328);
    private static final Color MUTED = new Color(0x656D76);
    private static final Color GRID = new Color(0xE3E7EB);

    public LineChartImage {
        curves = List.copyOf(curves);
    }

    /** Draws the chart, at least 200 x 150 pixels. */
    public Picture render(int width, int height) {
        BufferedImage image =
                new BufferedImage(Math.max(200, width), Math.max(150, height), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        new Painter(g, image.getWidth(), image.getHeight()).paint();
        g.dispose();
        return Picture.of(image);
    }

    private Axis xAxis() {
        double low = Double.NaN;
        double high = Double.NaN;
        for (Curve curve : curves) {
            Points points = curve.points();
            if (points.size() > 0) {
                low = Double.isNaN(low) ? points.x(0) : Math.min(low, points.x(0));
                high = Double.isNaN(high) ? points.x(points.size() - 1) : Math.max(high, points.x(points.size() - 1));
            }
        }
        if (Double.isNaN(low)) {
            return Axis.linear(0, 1);
        }
        return low < high ? Axis.linear(low, high) : Axis.around(low, high, false);
    }

    private Axis yAxis() {
        ValueRange range = new ValueRange(logY);
        for (Curve curve : curves) {
            range.include(curve.points(), 0, curve.points().size());
        }
        return range.axis();
    }

    private final class Painter {
        private final Graphics2D g;
        private final int width;
        private final Axis x = xAxis();
        private final Axis y = yAxis();
        private final int left = 70;
        private final int top = 72;
        private final int plotWidth;
        private final int plotHeight;

        Painter(Graphics2D g, int width, int height) {
            this.g = g;
            this.width = width;
            plotWidth = width - left - 20;
            plotHeight = height - top - 52;
        }

        void paint() {
            g.setColor(INK);
            g.setFont(ReportFonts.bold(16));
            g.drawString(title, left, 28);
            legend();
            grid();
            g.setColor(MUTED);
            g.setFont(ReportFonts.regular(13));
            FontMetrics metrics = g.getFontMetrics();
            g.drawString(xLabel, left + (plotWidth - metrics.stringWidth(xLabel)) / 2, top + plotHeight + 42);
            Graphics2D turned = (Graphics2D) g.create();
            turned.rotate(-Math.PI / 2, 18, top + plotHeight / 2.0);
            turned.drawString(yLabel, 18 - metrics.stringWidth(yLabel) / 2, top + plotHeight / 2);
            turned.dispose();
            curves();
        }

        private void legend() {
            g.setFont(ReportFonts.regular(13));
            FontMetrics metrics = g.getFontMetrics();
            int at = left;
            for (Curve curve : curves) {
                if (at + 36 + metrics.stringWidth(curve.name()) > width) {
                    break;
                }
                g.setColor(new Color(Palette.argb(curve.color(), false)));
                g.setStroke(stroke(curve));
                g.drawLine(at, 48, at + 26, 48);
                g.setColor(INK);
                g.drawString(curve.name(), at + 34, 52);
                at += 34 + metrics.stringWidth(curve.name()) + 24;
            }
        }

        private void grid() {
            g.setFont(ReportFonts.regular(12));
            FontMetrics metrics = g.getFontMetrics();
            g.setStroke(new BasicStroke(1));
            Ticks ys = y.ticks(Math.max(2, plotHeight / 45));
            for (int i = 0; i < ys.values().length; i++) {
                double py = top + (1 - y.unit(ys.values()[i])) * plotHeight;
                String label = percent ? ys.percentLabel(i) : ys.label(i);
                g.setColor(GRID);
                g.drawLine(left, (int) Math.round(py), left + plotWidth, (int) Math.round(py));
                g.setColor(MUTED);
                g.drawString(label, left - 8 - metrics.stringWidth(label), (int) Math.round(py) + 4);
            }
            Ticks xs = x.ticks(Math.max(2, plotWidth / 80));
            for (int i = 0; i < xs.values().length; i++) {
                int px = (int) Math.round(left + x.unit(xs.values()[i]) * plotWidth);
                String label = xs.label(i);
                g.drawLine(px, top + plotHeight, px, top + plotHeight + 4);
                g.drawString(label, px - metrics.stringWidth(label) / 2, top + plotHeight + 19);
            }
            g.drawLine(left, top + plotHeight, left + plotWidth, top + plotHeight);
        }

        private void curves() {
            Shape clip = g.getClip();
            g.clipRect(left, top - 2, plotWidth + 2, plotHeight + 4);
            Decimator decimator = new Decimator(x, y, left, top, plotWidth, plotHeight);
            LinePath path = new LinePath();
            for (Curve curve : curves) {
                g.setColor(new Color(Palette.argb(curve.color(), false)));
                g.setStroke(stroke(curve));
                decimator.decimate(curve.points(), path);
                path.pieces(this::piece);
            }
            g.setClip(clip);
        }

        private void piece(double[] px, double[] py, int count) {
            if (count == 1) {
                g.fill(new Ellipse2D.Double(px[0] - 3, py[0] - 3, 6, 6));
                return;
            }
            Path2D line = new Path2D.Double();
            line.moveTo(px[0], py[0]);
            for (int i = 1; i < count; i++) {
                line.lineTo(px[i], py[i]);
            }
            g.draw(line);
        }

        private BasicStroke stroke(Curve curve) {
            float[] dashes = curve.dashed() ? new float[] {7, 4} : null;
            return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
        }
    }
}
