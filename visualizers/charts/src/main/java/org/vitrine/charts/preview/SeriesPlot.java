package org.vitrine.charts.preview;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.canvas.PlotFrame;
import org.vitrine.charts.canvas.TextWidth;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Decimator;
import org.vitrine.charts.render.LinePath;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Points;
import org.vitrine.charts.render.ValueRange;

/** Values over time as lines: series, and the waveform of a sound. Any length; what is drawn depends on the width alone. */
public final class SeriesPlot extends ChartRegion {
    private static final int FEW = 60;

    private final StringProperty xName = new SimpleStringProperty(this, "xName", "");
    private final StringProperty yName = new SimpleStringProperty(this, "yName", "");
    private final Canvas canvas = new Canvas();
    private final FlowPane legend = new FlowPane(16, 2);
    private final Label empty = new Label(Messages.text("preview.series.empty"));
    private final TextWidth texts = new TextWidth();
    private final LinePath path = new LinePath();
    private List<Line> lines = List.of();
    private @Nullable Axis fixedY;

    /**
     * A line.
     *
     * @param color index in the palette
     */
    public record Line(String name, int color, Points points) {

        /** Values at equal distances, the first at {@code start}. */
        public static Line of(String name, int color, double start, double step, float[] values) {
            return new Line(name, color, new Points() {
                @Override
                public int size() {
                    return values.length;
                }

                @Override
                public double x(int index) {
                    return start + index * step;
                }

                @Override
                public double y(int index) {
                    return values[index];
                }
            });
        }
    }

    public SeriesPlot() {
        super("series-plot");
        setMinSize(160, 100);
        setPrefSize(480, 200);
        legend.getStyleClass().add("legend");
        empty.getStyleClass().add("empty-text");
        getChildren().addAll(canvas, legend, empty);
        xName.addListener(observable -> requestLayout());
        yName.addListener(observable -> requestLayout());
        describe(() -> Messages.text("preview.series.describe", lines.size()));
    }

    public StringProperty xNameProperty() {
        return xName;
    }

    public StringProperty yNameProperty() {
        return yName;
    }

    /** Keeps the y axis as it is, whatever is shown; null fits it to the values. */
    public void fixY(@Nullable Axis axis) {
        fixedY = axis;
        requestLayout();
    }

    /** Shows lines; a legend tells them apart if there are several. */
    public void show(List<Line> newLines) {
        lines = List.copyOf(newLines);
        legend.getChildren().clear();
        if (lines.size() > 1) {
            for (Line line : lines) {
                Label label = new Label(line.name(), new Rectangle(12, 3, color(line)));
                legend.getChildren().add(label);
            }
        }
        requestLayout();
    }

    private Color color(Line line) {
        return Colors.of(Palette.argb(line.color(), darkPaper()));
    }

    @Override
    protected void layoutChildren() {
        List<Line> full = new ArrayList<>(lines);
        full.removeIf(line -> line.points().size() == 0);
        double top = legend.getChildren().isEmpty() ? 0 : legend.prefHeight(getWidth());
        legend.resizeRelocate(0, 0, getWidth(), top);
        for (int i = 0; i < legend.getChildren().size(); i++) {
            ((Label) legend.getChildren().get(i)).setGraphic(new Rectangle(12, 3, color(lines.get(i))));
        }
        canvas.setLayoutY(top);
        canvas.setWidth(getWidth());
        canvas.setHeight(Math.max(0, getHeight() - top));
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
        empty.setVisible(full.isEmpty());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (full.isEmpty()) {
            return;
        }
        PlotFrame frame = PlotFrame.fit(xAxis(full), yAxis(full), canvas.getWidth(), canvas.getHeight(), false);
        frame.paint(g, this, texts, xName.get(), yName.get());
        Decimator decimator =
                new Decimator(frame.x(), frame.y(), frame.left(), frame.top(), frame.width(), frame.height());
        g.setLineJoin(StrokeLineJoin.BEVEL);
        g.setLineWidth(1.5);
        for (Line line : full) {
            g.setStroke(color(line));
            g.setFill(color(line));
            decimator.decimate(line.points(), path);
            boolean few = path.size() < FEW;
            path.pieces((x, y, count) -> {
                g.strokePolyline(x, y, count);
                for (int i = 0; few && i < count; i++) {
                    g.fillOval(x[i] - 2.5, y[i] - 2.5, 5, 5);
                }
            });
        }
    }

    private static Axis xAxis(List<Line> full) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line line : full) {
            low = Math.min(low, line.points().x(0));
            high = Math.max(high, line.points().x(line.points().size() - 1));
        }
        return low < high ? Axis.linear(low, high) : Axis.around(low, low, false);
    }

    private Axis yAxis(List<Line> full) {
        if (fixedY != null) {
            return fixedY;
        }
        ValueRange range = new ValueRange(false);
        full.forEach(line -> range.include(line.points(), 0, line.points().size()));
        return range.axis();
    }
}
