package org.vitrine.charts.preview;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Palette;
import org.vitrine.datasets.check.Histogram;

/** How often values fall where, as small bars without axes: it stands in a table beside the figures. */
public final class HistogramView extends ChartRegion {
    private final Canvas canvas = new Canvas();
    private @Nullable Histogram histogram;

    public HistogramView() {
        super("histogram-view");
        setMinSize(40, 20);
        setPrefSize(140, 36);
        getChildren().add(canvas);
        describe(() -> Messages.text(
                "preview.histogram.describe",
                histogram == null ? 0 : histogram.counts().size()));
    }

    /** Shows a histogram, or nothing. */
    public void show(@Nullable Histogram newHistogram) {
        histogram = newHistogram;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (histogram == null || histogram.counts().isEmpty()) {
            return;
        }
        int bins = histogram.counts().size();
        int most = histogram.counts().stream().mapToInt(Integer::intValue).max().orElse(1);
        double width = getWidth() / bins;
        g.setFill(Colors.of(Palette.argb(0, darkPaper())));
        for (int i = 0; i < bins; i++) {
            double height = (getHeight() - 2) * histogram.counts().get(i) / Math.max(1, most);
            if (height > 0) {
                double shown = Math.max(1, height);
                g.fillRect(i * width, getHeight() - 1 - shown, Math.max(1, width - 1), shown);
            }
        }
        g.setStroke(gridColor());
        g.setLineWidth(1);
        g.strokeLine(0, getHeight() - 0.5, getWidth(), getHeight() - 0.5);
    }
}
