package org.vitrine.charts.curves;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.vitrine.charts.canvas.PlotFrame;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Points;

/** What moves over the curves: the vertical line with the values under it, and the range being dragged. */
final class Crosshair {
    private static final int MOST_ROWS = 12;

    private final LineChartView chart;
    private final CurvePainter painter;
    private final Canvas overlay = new Canvas();
    private final Readout readout = new Readout();
    private double at = Double.NaN;
    private double dragFrom = Double.NaN;
    private double dragTo = Double.NaN;

    Crosshair(LineChartView chart, CurvePainter painter) {
        this.chart = chart;
        this.painter = painter;
        overlay.setMouseTransparent(true);
    }

    Canvas overlay() {
        return overlay;
    }

    Readout readout() {
        return readout;
    }

    /** Puts the line at an x value; NaN takes it away. */
    void moveTo(double x) {
        at = x;
        paint();
    }

    double at() {
        return at;
    }

    /** Marks a range of pixels being dragged; NaN ends it. */
    void drag(double fromPixel, double toPixel) {
        dragFrom = fromPixel;
        dragTo = toPixel;
        paint();
    }

    void layout(double top, double width, double height) {
        overlay.setLayoutY(top);
        overlay.setWidth(width);
        overlay.setHeight(height);
        paint();
    }

    private void paint() {
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        PlotFrame frame = chart.frame();
        if (!Double.isNaN(dragFrom)) {
            g.setFill(chart.mutedColor().deriveColor(0, 1, 1, 0.2));
            g.fillRect(Math.min(dragFrom, dragTo), frame.top(), Math.abs(dragTo - dragFrom), frame.height());
        }
        List<Readout.Row> rows = Double.isNaN(at) ? List.of() : rows(g, frame);
        if (rows.isEmpty()) {
            readout.setVisible(false);
        }
    }

    private List<Readout.Row> rows(GraphicsContext g, PlotFrame frame) {
        double x = nearestX();
        double px = frame.pixelX(x);
        if (Double.isNaN(x) || px < frame.left() - 1 || px > frame.left() + frame.width() + 1) {
            return List.of();
        }
        g.setStroke(chart.mutedColor());
        g.setLineWidth(1);
        double column = Math.round(px) + 0.5;
        g.strokeLine(column, frame.top(), column, frame.top() + frame.height());
        List<Readout.Row> rows = new ArrayList<>();
        for (CurvePainter.Layer layer : chart.layers()) {
            Points points = layer.shown();
            int index = points.nearest(x);
            if (index < 0 || rows.size() == MOST_ROWS) {
                continue;
            }
            Color color = painter.color(layer.series());
            double value = points.y(index);
            rows.add(new Readout.Row(color, layer.series().name(), chart.formatted(value)));
            double py = frame.pixelY(value);
            if (Double.isFinite(py) && py >= frame.top() - 1 && py <= frame.top() + frame.height() + 1) {
                g.setFill(chart.paperColor());
                g.fillOval(frame.pixelX(points.x(index)) - 5, py - 5, 10, 10);
                g.setFill(color);
                g.fillOval(frame.pixelX(points.x(index)) - 3.5, py - 3.5, 7, 7);
            }
        }
        if (!rows.isEmpty()) {
            boolean iterations = chart.xModeProperty().get() == XMode.ITERATION;
            String title = iterations
                    ? Messages.text("chart.readout.iteration", Numbers.count(Math.round(x)))
                    : Messages.text("chart.readout.epoch", Numbers.value(x));
            double middle = overlay.getLayoutY() + frame.top() + frame.height() / 2;
            readout.show(title, rows, px, middle, chart.getWidth(), chart.getHeight());
        }
        return rows;
    }

    /** The x of the measured point nearest to the line, over all shown curves. */
    private double nearestX() {
        double best = Double.NaN;
        for (CurvePainter.Layer layer : chart.layers()) {
            int index = layer.raw().nearest(at);
            if (index >= 0) {
                double x = layer.raw().x(index);
                if (Double.isNaN(best) || Math.abs(x - at) < Math.abs(best - at)) {
                    best = x;
                }
            }
        }
        return best;
    }
}
