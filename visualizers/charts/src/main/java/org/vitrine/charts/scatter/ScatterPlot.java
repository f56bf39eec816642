package org.vitrine.charts.scatter;

import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.PlotFrame;
import org.vitrine.charts.canvas.TextWidth;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Axis;

/** What the scatter plots share: axes, the value of the point under the mouse, and choosing a point by click or arrow keys. */
abstract sealed class ScatterPlot extends ChartRegion permits ScatterView, RegressionScatterView, NamedScatterView {
    private static final double REACH = 12;
    private static final double GAP = 12;

    private final StringProperty xName = new SimpleStringProperty(this, "xName", "");
    private final StringProperty yName = new SimpleStringProperty(this, "yName", "");
    private final ObjectProperty<OptionalInt> chosen = new SimpleObjectProperty<>(this, "chosen", OptionalInt.empty());
    private final Canvas canvas = new Canvas();
    private final FlowPane legend = new FlowPane();
    private final Label pointLabel = new Label();
    private final Label empty = new Label(Messages.text("scatter.empty"));
    private final TextWidth texts = new TextWidth();
    private PlotFrame frame = PlotFrame.fit(Axis.linear(0, 1), Axis.linear(0, 1), 100, 100, false);
    private float[] xs = new float[0];
    private float[] ys = new float[0];

    ScatterPlot(String styleClass) {
        super(styleClass);
        getStyleClass().add("scatter-plot");
        setFocusTraversable(true);
        setMinSize(160, 140);
        setPrefSize(420, 360);
        legend.getStyleClass().add("legend");
        pointLabel.getStyleClass().add("point-label");
        pointLabel.setManaged(false);
        pointLabel.setMouseTransparent(true);
        pointLabel.setVisible(false);
        empty.getStyleClass().add("empty-text");
        empty.setMouseTransparent(true);
        getChildren().addAll(canvas, legend, pointLabel, empty);
        xName.addListener(observable -> requestLayout());
        yName.addListener(observable -> requestLayout());
        chosen.addListener(observable -> requestLayout());
        canvas.setOnMouseMoved(event -> hover(event.getX(), event.getY()));
        canvas.setOnMouseExited(event -> pointLabel.setVisible(false));
        canvas.setOnMouseClicked(event -> {
            requestFocus();
            OptionalInt hit = nearest(event.getX(), event.getY());
            if (hit.isPresent()) {
                chosen.set(hit);
            }
        });
        setOnKeyPressed(this::key);
    }

    /** The name of the x axis. */
    public final StringProperty xNameProperty() {
        return xName;
    }

    /** The name of the y axis. */
    public final StringProperty yNameProperty() {
        return yName;
    }

    /** Index of the point that was clicked or reached with the arrow keys; it is ringed. Indices of no point ring nothing. */
    public final ObjectProperty<OptionalInt> chosenProperty() {
        return chosen;
    }

    final void points(float[] x, float[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("Points need as many x as y, not " + x.length + " and " + y.length);
        }
        xs = x.clone();
        ys = y.clone();
        chosen.set(OptionalInt.empty());
        pointLabel.setVisible(false);
        requestLayout();
    }

    final int size() {
        return xs.length;
    }

    final float x(int index) {
        return xs[index];
    }

    final float y(int index) {
        return ys[index];
    }

    final FlowPane legend() {
        return legend;
    }

    /** The axes as last painted. */
    public final PlotFrame frame() {
        return frame;
    }

    final Canvas canvas() {
        return canvas;
    }

    final Label pointLabel() {
        return pointLabel;
    }

    abstract Axis xAxis();

    abstract Axis yAxis();

    abstract void paintBehind(GraphicsContext g, PlotFrame plot);

    abstract void paintPoint(GraphicsContext g, double px, double py, int index, boolean isChosen);

    abstract String pointText(int index);

    @Override
    protected final void layoutChildren() {
        double top = legend.getChildren().isEmpty() ? 0 : legend.prefHeight(getWidth());
        legend.resizeRelocate(0, 0, getWidth(), top);
        canvas.setLayoutY(top);
        canvas.setWidth(getWidth());
        canvas.setHeight(Math.max(0, getHeight() - top));
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
        empty.setVisible(xs.length == 0);
        canvas.setVisible(xs.length > 0);
        frame = PlotFrame.fit(xAxis(), yAxis(), canvas.getWidth(), canvas.getHeight(), false);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        paintBehind(g, frame);
        frame.paint(g, this, texts, xName.get(), yName.get());
        for (int i = 0; i < xs.length; i++) {
            paintPoint(g, frame.pixelX(xs[i]), frame.pixelY(ys[i]), i, false);
        }
        chosen.get().stream().filter(index -> index < xs.length).forEach(index -> {
            double px = frame.pixelX(xs[index]);
            double py = frame.pixelY(ys[index]);
            g.setStroke(textColor());
            g.setLineWidth(2);
            g.strokeOval(px - 8, py - 8, 16, 16);
            paintPoint(g, px, py, index, true);
        });
    }

    private OptionalInt nearest(double px, double py) {
        double best = REACH;
        OptionalInt nearest = OptionalInt.empty();
        for (int i = 0; i < xs.length; i++) {
            double distance = Math.hypot(frame.pixelX(xs[i]) - px, frame.pixelY(ys[i]) - py);
            if (distance < best) {
                best = distance;
                nearest = OptionalInt.of(i);
            }
        }
        return nearest;
    }

    private void hover(double px, double py) {
        OptionalInt hit = nearest(px, py);
        pointLabel.setVisible(hit.isPresent());
        hit.ifPresent(this::label);
    }

    private void label(int index) {
        pointLabel.setText(pointText(index));
        pointLabel.applyCss();
        pointLabel.autosize();
        double px = frame.pixelX(xs[index]);
        double py = frame.pixelY(ys[index]) + canvas.getLayoutY();
        double right = px + GAP;
        double width = pointLabel.getWidth();
        pointLabel.setLayoutX(right + width <= getWidth() ? right : px - GAP - width);
        pointLabel.setLayoutY(Math.max(0, py - GAP - pointLabel.getHeight()));
        pointLabel.setVisible(true);
    }

    private void key(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case RIGHT, DOWN -> 1;
                    case LEFT, UP -> -1;
                    default -> 0;
                };
        if (step != 0 && xs.length > 0) {
            int from = chosen.get().orElse(step > 0 ? -1 : 0);
            int next = Math.floorMod(from + step, xs.length);
            chosen.set(OptionalInt.of(next));
            label(next);
            event.consume();
        }
    }
}
