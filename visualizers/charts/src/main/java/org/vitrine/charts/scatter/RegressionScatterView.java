package org.vitrine.charts.scatter;

import javafx.scene.canvas.GraphicsContext;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.canvas.PlotFrame;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.ValueRange;

/** Predicted against true values; the nearer to the dashed diagonal, the better. */
public final class RegressionScatterView extends ScatterPlot {
    private static final double RADIUS = 3;

    public RegressionScatterView() {
        super("regression-scatter");
        xNameProperty().set(Messages.text("scatter.actual"));
        yNameProperty().set(Messages.text("scatter.predicted"));
        describe(() -> Messages.text("scatter.describe.regression", Numbers.count(size())));
    }

    /** Shows pairs of values in raw units. */
    public void show(float[] actual, float[] predicted) {
        points(actual, predicted);
    }

    private Axis both() {
        ValueRange range = new ValueRange(false);
        for (int i = 0; i < size(); i++) {
            range.include(x(i));
            range.include(y(i));
        }
        return range.axis();
    }

    @Override
    Axis xAxis() {
        return both();
    }

    @Override
    Axis yAxis() {
        return both();
    }

    @Override
    void paintBehind(GraphicsContext g, PlotFrame plot) {
        g.setStroke(mutedColor());
        g.setLineWidth(1.5);
        g.setLineDashes(6, 4);
        g.strokeLine(plot.left(), plot.top() + plot.height(), plot.left() + plot.width(), plot.top());
        g.setLineDashes();
    }

    @Override
    void paintPoint(GraphicsContext g, double px, double py, int index, boolean isChosen) {
        if (!Double.isNaN(px) && !Double.isNaN(py)) {
            // Half transparent, so that crowds look denser than single points.
            g.setFill(Colors.of(Palette.argb(0, darkPaper())).deriveColor(0, 1, 1, isChosen ? 1 : 0.55));
            g.fillOval(px - RADIUS, py - RADIUS, 2 * RADIUS, 2 * RADIUS);
        }
    }

    @Override
    String pointText(int index) {
        return Messages.text("scatter.point.value", Numbers.value(x(index)), Numbers.value(y(index)));
    }
}
