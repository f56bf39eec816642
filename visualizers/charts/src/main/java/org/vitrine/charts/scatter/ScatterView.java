package org.vitrine.charts.scatter;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.canvas.PlotFrame;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.DecisionSurface;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.ValueRange;

/** Points in the plane by class, over what a model predicts everywhere, if given. */
public final class ScatterView extends ScatterPlot {
    private static final double RADIUS = 3.5;

    private final ObjectProperty<@Nullable DecisionSurface> surface = new SimpleObjectProperty<>(this, "surface");
    private final List<Canvas> samples = new ArrayList<>();
    private int[] classes = new int[0];
    private List<String> names = List.of();

    public ScatterView() {
        super("scatter-view");
        surface.addListener(observable -> requestLayout());
        describe(() -> Messages.text("scatter.describe", Numbers.count(size()), names.size()));
    }

    /**
     * Shows points.
     *
     * @param pointClasses class index of each point
     */
    public void show(float[] x, float[] y, int[] pointClasses, List<String> classNames) {
        if (pointClasses.length != x.length) {
            throw new IllegalArgumentException(x.length + " points cannot have " + pointClasses.length + " classes");
        }
        classes = pointClasses.clone();
        names = List.copyOf(classNames);
        samples.clear();
        legend().getChildren().clear();
        for (String name : names) {
            Canvas sample = new Canvas(12, 12);
            samples.add(sample);
            legend().getChildren().add(new Label(name, sample));
        }
        points(x, y);
    }

    /** The model's predictions behind the points; null for none. */
    public ObjectProperty<@Nullable DecisionSurface> surfaceProperty() {
        return surface;
    }

    private Color color(int index) {
        return Colors.of(Palette.argb(index, darkPaper()));
    }

    @Override
    Axis xAxis() {
        DecisionSurface shown = surface.get();
        return shown == null ? range(true) : shown.x();
    }

    @Override
    Axis yAxis() {
        DecisionSurface shown = surface.get();
        return shown == null ? range(false) : shown.y();
    }

    private Axis range(boolean ofX) {
        ValueRange range = new ValueRange(false);
        for (int i = 0; i < size(); i++) {
            range.include(ofX ? x(i) : y(i));
        }
        return range.axis();
    }

    @Override
    void paintBehind(GraphicsContext g, PlotFrame plot) {
        for (int i = 0; i < samples.size(); i++) {
            GraphicsContext sample = samples.get(i).getGraphicsContext2D();
            sample.clearRect(0, 0, 12, 12);
            Marker.of(i).paint(sample, 6, 6, 4.5, color(i), paperColor());
        }
        DecisionSurface shown = surface.get();
        if (shown != null && size() > 0) {
            g.setImageSmoothing(true);
            g.drawImage(
                    Pictures.image(shown.picture(Colors.argb(paperColor()), darkPaper())),
                    plot.left(),
                    plot.top(),
                    plot.width(),
                    plot.height());
        }
    }

    @Override
    void paintPoint(GraphicsContext g, double px, double py, int index, boolean isChosen) {
        int of = classes[index];
        Marker.of(of).paint(g, px, py, isChosen ? RADIUS + 1 : RADIUS, color(of), paperColor());
    }

    @Override
    String pointText(int index) {
        int of = classes[index];
        String name = of >= 0 && of < names.size() ? names.get(of) : Integer.toString(of);
        return Messages.text(
                "scatter.point.class", name, Numbers.significant(x(index), 3), Numbers.significant(y(index), 3));
    }
}
