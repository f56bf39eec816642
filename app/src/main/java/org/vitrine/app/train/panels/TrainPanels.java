package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.dock.DockLayout;
import org.vitrine.app.dock.DockMemory;
import org.vitrine.app.dock.DockedPanel;
import org.vitrine.app.dock.PanelDock;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.train.RunCurves;
import org.vitrine.app.train.RunPanels;
import org.vitrine.app.train.RunViewModel;
import org.vitrine.app.train.WatchChoice;
import org.vitrine.charts.PulseBatcher;
import org.vitrine.charts.curves.Cursor;
import org.vitrine.charts.curves.LineChartView;
import org.vitrine.charts.curves.Series;
import org.vitrine.charts.curves.XMode;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.event.RunEvent.TrainingStarted;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;

/** The curves of a run and all that was watched while it learned, in panels that can be docked and share one cursor. */
public final class TrainPanels implements RunPanels {
    private final VBox node = new VBox(8);
    /** Loss and score large, the rest a tab away. */
    private static final DockLayout STANDARD = DockLayout.row(
            0.57,
            DockLayout.column(0.5, DockLayout.tabs("loss"), DockLayout.tabs("metric", "learningRate", "rate")),
            DockLayout.column(
                    0.55,
                    DockLayout.tabs("pinned", "confusion", "plane", "maps"),
                    DockLayout.tabs("norms", "spread", "units", "load")));

    private final Cursor cursor = new Cursor();
    private final LineChartView loss = chart("loss", "train.loss");
    private final LineChartView metric = chart("metric", "metric.ACCURACY");
    private final LineChartView learningRate = chart("learningRate", "train.learningRate");
    private final LineChartView rate = chart("rate", "train.rate");
    private final ToggleButton epochs = new ToggleButton(Texts.get("train.x.epoch"));
    private final Tools tools;
    private final RunExamples examples;
    private final List<WatchPanel> watched;
    private final List<LineChartView> watchedCharts = new ArrayList<>();
    private final CompareMenu compare;
    private final PanelDock dock;
    private final Map<RunDirectory, RunCurves> others = new HashMap<>();
    private final ObservableValue<RunState> state;
    private final ObservableValue<String> beginning;
    private Optional<Metric> judged = Optional.empty();
    private Optional<WatchModel> model = Optional.empty();
    private Optional<PulseBatcher.Channel<?>> channel = Optional.empty();

    /**
     * What panels need of the window.
     *
     * @param choice what is to be watched
     * @param beginning why the run that is shown has nothing to show yet, empty where it has
     * @param memory where panels stand
     */
    public record Tools(
            RunStore store,
            DatasetCatalogue catalogue,
            Background background,
            PulseBatcher pulse,
            WatchChoice choice,
            ObservableValue<String> beginning,
            PanelFrame.Exports exports,
            DockMemory memory) {}

    public TrainPanels(ObservableValue<RunState> state, Tools tools) {
        this.state = state;
        this.tools = tools;
        beginning = tools.beginning();
        examples = new RunExamples(tools.catalogue(), tools.background());
        watched = watched();
        watched.forEach(panel -> panel.explainEmptiness(beginning));
        List.of(loss, metric, learningRate, rate).forEach(chart -> sayWhyEmpty(chart, "train.empty"));
        compare = new CompareMenu(tools.store(), tools.background(), this::overlay, this::takeAway);
        dock = new PanelDock(docked(), STANDARD, tools.memory());
        dock.setId("train-dock");
        VBox.setVgrow(dock, Priority.ALWAYS);
        node.getChildren().addAll(switches(), dock);
        state.subscribe(now -> expectEnd());
    }

    private List<WatchPanel> watched() {
        CurvePanel<WatchSeries.OfLayers> norms = new CurvePanel<>(
                "norms",
                List.of(WatchSeries.OfLayers.values()),
                true,
                kind -> false,
                (shown, kind) -> shown.series().of(kind),
                cursor);
        CurvePanel<WatchSeries.OfProcess> load = new CurvePanel<>(
                "load",
                List.of(WatchSeries.OfProcess.values()),
                false,
                kind -> kind != WatchSeries.OfProcess.MEMORY,
                (shown, kind) -> shown.series().of(kind),
                cursor);
        CurvePanel<UnitsKind> units = new CurvePanel<>(
                "units",
                List.of(UnitsKind.values()),
                false,
                kind -> true,
                (shown, kind) -> shown.series().units(),
                cursor);
        watchedCharts.addAll(List.of(norms.chart(), load.chart(), units.chart()));
        return List.of(
                new PinnedPanel(cursor, examples, tools.choice()),
                new ConfusionPanel(cursor, examples),
                new PlanePanel(cursor, examples),
                new MapsPanel(cursor),
                load,
                norms,
                new SpreadPanel(cursor),
                units);
    }

    private enum UnitsKind {
        SHARE
    }

    private List<DockedPanel> docked() {
        List<DockedPanel> panels = new ArrayList<>();
        panels.add(curves("loss", loss));
        panels.add(curves("metric", metric));
        panels.add(curves("learningRate", learningRate));
        panels.add(curves("rate", rate));
        for (WatchPanel panel : watched) {
            panels.add(new DockedPanel(
                    panel.id(),
                    panel.title(),
                    Texts.get("panel." + panel.id() + ".icon"),
                    () -> panel.framed(tools.exports())));
        }
        return panels;
    }

    private DockedPanel curves(String id, LineChartView chart) {
        String title = Texts.get("panel." + id);
        Panel panel = new Panel(
                id,
                title,
                chart,
                () -> chart.getSeries().stream().anyMatch(one -> one.size() > 0)
                        ? Optional.of(chart.figure())
                        : Optional.empty(),
                () -> CurveTables.of(chart));
        return new DockedPanel(id, title, "mdi2c-chart-line", () -> new PanelFrame(panel, tools.exports()));
    }

    private LineChartView chart(String id, String key) {
        LineChartView chart = new LineChartView();
        chart.setId("chart-" + id);
        chart.valueNameProperty().set(Texts.get(key));
        chart.linkTo(cursor);
        return chart;
    }

    private void sayWhyEmpty(LineChartView chart, String key) {
        chart.emptyTextProperty().bind(beginning.map(why -> why.isEmpty() ? Texts.get(key) : why));
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
                charts().forEach(chart -> chart.xModeProperty().set(mode));
                expectEnd();
            }
        });
        CheckBox logarithmic = new CheckBox(Texts.get("train.logarithmic"));
        loss.logarithmicProperty().bind(logarithmic.selectedProperty());
        Slider smoothing = new Slider(0, 0.98, 0);
        smoothing.setPrefWidth(100);
        smoothing.setAccessibleText(Texts.get("train.smoothing"));
        loss.smoothingProperty().bind(smoothing.valueProperty());
        metric.smoothingProperty().bind(smoothing.valueProperty());
        FlowPane row = new FlowPane(
                12,
                8,
                axis,
                logarithmic,
                new Label(Texts.get("train.smoothing")),
                smoothing,
                compare,
                new RatesMenu(tools.choice()),
                panelMenu());
        row.setRowValignment(javafx.geometry.VPos.CENTER);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private MenuButton panelMenu() {
        MenuButton menu = new MenuButton(Texts.get("panel.menu"), new FontIcon("mdi2v-view-dashboard-outline"));
        menu.setId("train-panels");
        for (String id : STANDARD.all()) {
            MenuItem item = new MenuItem(Texts.get("panel." + id));
            item.setId("show-panel-" + id);
            item.setOnAction(event -> dock.show(id));
            menu.getItems().add(item);
        }
        MenuItem reset = new MenuItem(Texts.get("dock.reset"));
        reset.setId("reset-panels");
        reset.setOnAction(event -> dock.reset());
        menu.getItems().addAll(new SeparatorMenuItem(), reset);
        return menu;
    }

    /** Brings a panel to the front. */
    public void showPanel(String id) {
        dock.show(id);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(RunViewModel run) {
        close();
        cursor.clear();
        others.clear();
        compare.show(run.directory());
        examples.show(run.directory());
        tools.choice()
                .show(
                        run.directory(),
                        run.record().dataset(),
                        run.record().ratesOrDefault().watchingOrDefault());
        WatchModel shown = new WatchModel(run.directory(), tools.background());
        model = Optional.of(shown);
        watched.forEach(panel -> panel.show(shown));
        PulseBatcher.Channel<org.vitrine.runs.watch.WatchFollower.Update> toFx =
                tools.pulse().onPulse(shown::accept);
        channel = Optional.of(toFx);
        shown.follow(toFx);
        showCurves(run.curves(), run.metric(), !run.trainsWords());
    }

    private void showCurves(RunCurves curves, Metric judged, boolean scored) {
        loss.getSeries().setAll(curves.trainLoss(), curves.validationLoss());
        if (scored) {
            metric.getSeries().setAll(curves.trainMetric(), curves.validationMetric());
        } else {
            metric.getSeries().clear();
        }
        metric.percentProperty().set(judged.isShare());
        metric.valueNameProperty().set(Texts.get("metric." + judged));
        sayWhyEmpty(metric, scored ? "train.empty" : "panel.metric.none");
        this.judged = scored ? Optional.of(judged) : Optional.empty();
        learningRate.getSeries().setAll(List.of(curves.learningRate()));
        rate.getSeries().setAll(List.of(curves.rate()));
        charts().forEach(LineChartView::resetZoom);
    }

    /** Scores are compared where they measure the same. */
    private void overlay(RunEntry run, RunCurves curves) {
        others.put(run.directory(), curves);
        loss.getSeries().addAll(curves.trainLoss(), curves.validationLoss());
        if (judged.isPresent() && run.metric().equals(judged)) {
            metric.getSeries().addAll(curves.trainMetric(), curves.validationMetric());
        }
    }

    private void takeAway(RunDirectory run) {
        RunCurves curves = others.remove(run);
        if (curves != null) {
            List<Series> gone = List.of(
                    curves.trainLoss(), curves.validationLoss(), curves.trainMetric(), curves.validationMetric());
            loss.getSeries().removeAll(gone);
            metric.getSeries().removeAll(gone);
        }
    }

    /** The x axis reaches to the end of what is planned, so that it stands still while curves grow. */
    private void expectEnd() {
        RunState now = state.getValue();
        int perEpoch = now.started().map(TrainingStarted::iterationsPerEpoch).orElse(1);
        cursor.iterationsPerEpochProperty().set(Math.max(1, perEpoch));
        model.ifPresent(shown -> shown.series().countEpochs(perEpoch));
        double end = epochs.isSelected() ? now.epochsPlanned() : now.iterationsPlanned();
        charts().forEach(chart -> chart.expectedEndProperty().set(end));
    }

    private List<LineChartView> charts() {
        return Stream.concat(Stream.of(loss, metric, learningRate, rate), watchedCharts.stream())
                .toList();
    }

    @Override
    public void close() {
        model.ifPresent(WatchModel::close);
        channel.ifPresent(PulseBatcher.Channel::close);
        model = Optional.empty();
        channel = Optional.empty();
    }
}
