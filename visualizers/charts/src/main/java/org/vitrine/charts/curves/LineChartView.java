package org.vitrine.charts.curves;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.PlotFrame;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Curve;

/**
 * Live curves of one or several runs. Drag zooms on x, double-click (or Escape) shows everything, the mouse or the arrow keys
 * move a crosshair with the values of each curve, a click in the legend hides a curve. Repaints at most once a pulse.
 */
public final class LineChartView extends ChartRegion {
    /** Of a low chart of many curves the legend takes no more than this. */
    private static final double LEGEND_SHARE = 0.35;

    private final ObservableList<Series> series = FXCollections.observableArrayList();
    private final ObjectProperty<XMode> xMode = new SimpleObjectProperty<>(this, "xMode", XMode.ITERATION);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final BooleanProperty percent = new SimpleBooleanProperty(this, "percent");
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");
    private final DoubleProperty expectedEnd = new SimpleDoubleProperty(this, "expectedEnd");
    private final StringProperty valueName = new SimpleStringProperty(this, "valueName", "");
    private final StringProperty emptyText = new SimpleStringProperty(this, "emptyText", Messages.text("chart.empty"));

    private final CurveModel model = new CurveModel();
    private final CurvePainter painter = new CurvePainter(this);
    private final CurveLegend legend = new CurveLegend();
    private final Canvas canvas = new Canvas();
    private final Crosshair crosshair = new Crosshair(this, painter);
    private final Label empty = new Label();
    private final InvalidationListener repaint = observable -> requestLayout();
    // The series belong to the run and may outlive this view.
    private final WeakInvalidationListener weakRepaint = new WeakInvalidationListener(repaint);
    private final InvalidationListener pointed = observable -> pointed();
    private final InvalidationListener stretched = observable -> stretched();
    // The cursor belongs to a stage and outlives panels.
    private final WeakInvalidationListener weakPointed = new WeakInvalidationListener(pointed);
    private final WeakInvalidationListener weakStretched = new WeakInvalidationListener(stretched);
    private @Nullable Cursor cursor;
    private PlotFrame frame = PlotFrame.fit(Axis.linear(0, 1), Axis.linear(0, 1), 100, 100, false);
    private List<CurvePainter.Layer> layers = List.of();

    public LineChartView() {
        super("line-chart-view");
        setFocusTraversable(true);
        setMinSize(160, 120);
        setPrefSize(640, 320);
        describe(this::summary);
        empty.getStyleClass().add("empty-text");
        empty.textProperty().bind(emptyText);
        empty.setMouseTransparent(true);
        getChildren().addAll(legend, canvas, crosshair.overlay(), crosshair.readout(), empty);
        series.addListener((ListChangeListener<Series>) this::seriesChanged);
        xMode.addListener(observable -> resetZoom());
        for (var property : List.of(logarithmic, percent, smoothing, expectedEnd, valueName)) {
            property.addListener(repaint);
        }
        new ChartGestures(this, crosshair).install();
    }

    /** The curves, in the order of the legend and of painting. */
    public ObservableList<Series> getSeries() {
        return series;
    }

    /** What the x axis counts; a change resets the zoom. */
    public ObjectProperty<XMode> xModeProperty() {
        return xMode;
    }

    /** Whether y is logarithmic; values up to zero are then gaps. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Whether values are shares to be shown as percentages. */
    public BooleanProperty percentProperty() {
        return percent;
    }

    /** Weight of the past in the moving average, from 0 (off) to below 1. What was measured stays visible, faintly; validation
     * curves are not smoothed. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** Where x will end, in the unit of the x mode, so that the axis stands still; 0 if unknown. */
    public DoubleProperty expectedEndProperty() {
        return expectedEnd;
    }

    /** The name of the y axis. */
    public StringProperty valueNameProperty() {
        return valueName;
    }

    /** What is shown while there is no measurement. */
    public StringProperty emptyTextProperty() {
        return emptyText;
    }

    /** Hides or shows a curve. */
    public void setShown(Series one, boolean shown) {
        model.show(one, shown);
        rebuildLegend();
        requestLayout();
    }

    public boolean isShown(Series one) {
        return model.shows(one);
    }

    /** Shows x from {@code from} to {@code to} only. */
    public void zoomTo(double from, double to) {
        if (cursor == null) {
            model.zoom(Axis.linear(from, to));
            requestLayout();
        } else {
            XMode mode = xMode.get();
            cursor.stretchProperty().set(new Cursor.Stretch(cursor.iteration(from, mode), cursor.iteration(to, mode)));
        }
    }

    /** Shows all of x again. */
    public void resetZoom() {
        if (cursor != null) {
            cursor.stretchProperty().set(null);
        }
        model.zoom(null);
        requestLayout();
    }

    /** Shares the crosshair and the zoom with other panels. Once, for good. */
    public void linkTo(Cursor shared) {
        cursor = shared;
        shared.iterationProperty().addListener(weakPointed);
        shared.stretchProperty().addListener(weakStretched);
    }

    /** Moves the crosshair, and those of linked panels; NaN takes it away. */
    void point(double x) {
        if (cursor == null) {
            crosshair.moveTo(x);
        } else {
            cursor.pointAt(cursor.iteration(x, xMode.get()));
        }
    }

    private void pointed() {
        if (cursor != null) {
            crosshair.moveTo(cursor.x(cursor.iterationProperty().get(), xMode.get()));
        }
    }

    private void stretched() {
        Cursor.Stretch stretch =
                cursor == null ? null : cursor.stretchProperty().get();
        if (cursor == null || stretch == null) {
            model.zoom(null);
        } else {
            double from = cursor.x(stretch.from(), xMode.get());
            model.zoom(Axis.linear(from, Math.max(Math.nextUp(from), cursor.x(stretch.to(), xMode.get()))));
        }
        requestLayout();
    }

    /** The shown curves as they were measured and as they are zoomed, to be drawn on paper. */
    public LineFigure figure() {
        XMode mode = xMode.get();
        List<Curve> curves =
                series.stream().filter(model::shows).map(one -> one.curve(mode)).toList();
        return new LineFigure(mode.axisName(), valueName.get(), percent.get(), frame.x(), frame.y(), curves);
    }

    public boolean isZoomed() {
        return model.zoomed();
    }

    /** The axes as last painted. */
    public PlotFrame frame() {
        return frame;
    }

    List<CurvePainter.Layer> layers() {
        return layers;
    }

    String formatted(double value) {
        return percent.get() ? Numbers.percent(value) : Numbers.value(value);
    }

    Canvas canvas() {
        return canvas;
    }

    private void seriesChanged(ListChangeListener.Change<? extends Series> change) {
        while (change.next()) {
            change.getRemoved().forEach(one -> {
                one.versionProperty().removeListener(weakRepaint);
                model.forget(one);
            });
            change.getAddedSubList().forEach(one -> one.versionProperty().addListener(weakRepaint));
        }
        rebuildLegend();
        requestLayout();
    }

    private void rebuildLegend() {
        legend.show(series, model::shows, one -> {
            model.show(one, !model.shows(one));
            requestLayout();
        });
    }

    @Override
    protected void layoutChildren() {
        double legendHeight = series.isEmpty() ? 0 : legend.heightWithin(getWidth(), LEGEND_SHARE * getHeight());
        legend.resizeRelocate(0, 0, getWidth(), legendHeight);
        double height = Math.max(0, getHeight() - legendHeight);
        canvas.setLayoutY(legendHeight);
        canvas.setWidth(getWidth());
        canvas.setHeight(height);
        paint();
        crosshair.layout(legendHeight, getWidth(), height);
        empty.resizeRelocate(0, legendHeight, getWidth(), height);
    }

    private void paint() {
        XMode mode = xMode.get();
        Axis x = model.xAxis(series, mode, expectedEnd.get());
        layers = model.layers(series, mode, Math.max(0, Math.min(0.999, smoothing.get())), x, canvas.getWidth());
        Axis y = model.yAxis(layers, x, logarithmic.get());
        frame = PlotFrame.fit(x, y, canvas.getWidth(), canvas.getHeight(), percent.get());
        boolean nothing = series.stream().allMatch(one -> one.size() == 0);
        empty.setVisible(nothing);
        canvas.setVisible(!nothing);
        painter.paint(canvas, frame, layers, mode.axisName(), valueName.get());
        legend.paint(painter::color);
    }

    private String summary() {
        StringBuilder text = new StringBuilder(Messages.text("chart.describe", series.size()));
        for (Series one : series) {
            int n = one.size();
            String last = n == 0 ? Numbers.value(Double.NaN) : formatted(one.value(n - 1));
            text.append(' ').append(Messages.text("chart.describe.curve", one.name(), n, last));
        }
        return text.append(' ').append(Messages.text("chart.help")).toString();
    }
}
