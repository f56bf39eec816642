package org.vitrine.charts.curves;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.canvas.PlotFrame;
import org.vitrine.charts.canvas.TextWidth;
import org.vitrine.charts.render.Decimator;
import org.vitrine.charts.render.LinePath;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Points;

/** Paints axes and curves; keeps its buffers from frame to frame. */
final class CurvePainter {
    /** Curves with fewer points than this show each of them as a dot. */
    private static final int FEW = 40;

    private static final double DOT = 2.5;

    private final ChartRegion theme;
    private final TextWidth texts = new TextWidth();
    private final LinePath path = new LinePath();

    CurvePainter(ChartRegion theme) {
        this.theme = theme;
    }

    /**
     * A curve to paint: what was measured and, unless it is the same, what is shown strongly in its place.
     *
     * @param paintedRaw the points of {@code raw} that make the same picture
     * @param painted the same of {@code shown}
     */
    record Layer(Series series, Points raw, Points shown, Points paintedRaw, Points painted) {}

    void paint(Canvas canvas, PlotFrame frame, List<Layer> layers, String xName, String yName) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        frame.paint(g, theme, texts, xName, yName);
        g.save();
        g.beginPath();
        g.rect(frame.left(), frame.top() - 3, frame.width() + 2, frame.height() + 6);
        g.clip();
        g.setLineJoin(StrokeLineJoin.BEVEL);
        g.setLineCap(StrokeLineCap.BUTT);
        Decimator decimator =
                new Decimator(frame.x(), frame.y(), frame.left(), frame.top(), frame.width(), frame.height());
        for (Layer layer : layers) {
            Color color = color(layer.series());
            if (layer.shown() != layer.raw()) {
                stroke(g, decimator, layer.paintedRaw(), color.deriveColor(0, 1, 1, 0.25), 1, false, false);
            }
            stroke(
                    g,
                    decimator,
                    layer.painted(),
                    color,
                    layer.series().dashed() ? 2 : 1.75,
                    layer.series().dashed(),
                    true);
        }
        g.restore();
    }

    Color color(Series series) {
        return Colors.of(Palette.argb(series.color(), theme.darkPaper()));
    }

    private void stroke(
            GraphicsContext g,
            Decimator decimator,
            Points points,
            Color color,
            double width,
            boolean dashed,
            boolean dots) {
        decimator.decimate(points, path);
        boolean few = dots && path.size() < FEW;
        g.setStroke(color);
        g.setFill(color);
        g.setLineWidth(width);
        g.setLineDashes(dashed ? new double[] {6, 4} : new double[0]);
        path.pieces((x, y, count) -> {
            if (count > 1) {
                g.strokePolyline(x, y, count);
            }
            if (few || count == 1) {
                for (int i = 0; i < count; i++) {
                    g.fillOval(x[i] - DOT, y[i] - DOT, 2 * DOT, 2 * DOT);
                }
            }
        });
    }
}
