package org.vitrine.app.train;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.LineChartView;
import org.vitrine.charts.curves.XMode;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.store.RunState;

/** Loss and score large, learning rate and speed small under them, with one set of switches for all. */
final class CurvesPane extends VBox {
    private final LineChartView loss = chart("train.loss");
    private final LineChartView metric = chart("metric.ACCURACY");
    private final LineChartView learningRate = chart("train.learningRate");
    private final LineChartView rate = chart("train.rate");
    private final ToggleButton epochs = new ToggleButton(Texts.get("train.x.epoch"));
    private final Node lossPanel = panel(loss);
    private final Node metricPanel = panel(metric);
    private final ObservableValue<RunState> state;

    CurvesPane(ObservableValue<RunState> state) {
        this.state = state;
        setSpacing(8);
        loss.setId("chart-loss");
        metric.setId("chart-metric");
        GridPane grid = new GridPane(8, 8);
        grid.add(lossPanel, 0, 0);
        grid.add(metricPanel, 1, 0);
        grid.add(panel(learningRate), 0, 1);
        grid.add(panel(rate), 1, 1);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        RowConstraints large = new RowConstraints();
        large.setPercentHeight(66);
        RowConstraints small = new RowConstraints();
        small.setPercentHeight(34);
        grid.getRowConstraints().addAll(large, small);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(switches(), grid);
        state.subscribe(now -> expectEnd());
    }

    private Node switches() {
        ToggleButton iterations = new ToggleButton(Texts.get("train.x.iteration"));
        SegmentedButton axis = new SegmentedButton(iterations, epochs);
        ToggleGroup group = new ToggleGroup();
        axis.setToggleGroup(group);
        iterations.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                XMode mode = now == epochs ? XMode.EPOCH : XMode.ITERATION;
                for (LineChartView chart : charts()) {
                    chart.xModeProperty().set(mode);
                }
                expectEnd();
            }
        });
        CheckBox logarithmic = new CheckBox(Texts.get("train.logarithmic"));
        loss.logarithmicProperty().bind(logarithmic.selectedProperty());
        Slider smoothing = new Slider(0, 0.98, 0);
        smoothing.setPrefWidth(140);
        smoothing.setAccessibleText(Texts.get("train.smoothing"));
        loss.smoothingProperty().bind(smoothing.valueProperty());
        metric.smoothingProperty().bind(smoothing.valueProperty());
        HBox row = new HBox(16, axis, logarithmic, new Label(Texts.get("train.smoothing")), smoothing);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /**
     * Shows the curves of a run.
     *
     * @param judged what its model is judged by
     * @param scored false where there is a loss only, which then takes all the width
     */
    void show(RunCurves curves, Metric judged, boolean scored) {
        metricPanel.setVisible(scored);
        metricPanel.setManaged(scored);
        GridPane.setColumnSpan(lossPanel, scored ? 1 : 2);
        loss.getSeries().setAll(curves.trainLoss(), curves.validationLoss());
        metric.getSeries().setAll(curves.trainMetric(), curves.validationMetric());
        metric.percentProperty().set(judged.isShare());
        metric.valueNameProperty().set(Texts.get("metric." + judged));
        learningRate.getSeries().setAll(curves.learningRate());
        rate.getSeries().setAll(curves.rate());
        charts().forEach(LineChartView::resetZoom);
    }

    /** The x axis reaches to the end of what is planned, so that it stands still while curves grow. */
    private void expectEnd() {
        RunState now = state.getValue();
        double end = epochs.isSelected() ? now.epochsPlanned() : now.iterationsPlanned();
        charts().forEach(chart -> chart.expectedEndProperty().set(end));
    }

    private java.util.List<LineChartView> charts() {
        return java.util.List.of(loss, metric, learningRate, rate);
    }

    private static LineChartView chart(String key) {
        LineChartView chart = new LineChartView();
        chart.valueNameProperty().set(Texts.get(key));
        chart.emptyTextProperty().set(Texts.get("train.empty"));
        return chart;
    }

    private static Node panel(LineChartView chart) {
        VBox box = new VBox(chart);
        box.getStyleClass().add("panel");
        VBox.setVgrow(chart, Priority.ALWAYS);
        box.setMinSize(0, 0);
        return box;
    }
}
