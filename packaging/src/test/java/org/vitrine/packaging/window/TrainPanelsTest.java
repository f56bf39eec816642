package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.charts.curves.LineChartView;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.learning.ConfusionFigure;
import org.vitrine.charts.learning.MapsFigure;
import org.vitrine.charts.learning.PinnedFigure;
import org.vitrine.charts.learning.PlaneFigure;
import org.vitrine.charts.learning.Ridgeline;
import org.vitrine.drawing.Figure;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.watch.WatchHistory;
import org.vitrine.runs.watch.WatchReader;
import org.vitrine.runs.watch.WatchRecord;

/** What is watched while a model learns: a convolutional network on digits, and a model of the plane. */
class TrainPanelsTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    Path home;

    @Test
    void everyPanelShowsARunOfLeNet() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.fx(() -> window.context().settings().update(now -> now.withSize(1500, 1000)));
            train(window, "lenet-mnist.vitrine", "6");
            window.awaitText("#run-status", 300, "Finished");
            RunDirectory run = window.context().store().list().get(0).directory();
            window.pictures("train-first-look");

            assertThat(figure(window, "pinned", PinnedFigure.class).cards()).hasSize(6);
            scrub(window, "pinned", 0);
            PinnedFigure first = figure(window, "pinned", PinnedFigure.class);
            assertThat(first.cards().get(0).at()).isZero();
            assertThat(first.cards().get(0).picture()).isPresent();
            window.pictures("train-pinned-first-epoch");
            assertThat(crosshair(window, "loss"))
                    .as("the same epoch in the curves")
                    .isTrue();
            window.click("#newest-pinned");
            figure(window, "confusion", ConfusionFigure.class);
            window.pictures("train-confusion-layers");
            figure(window, "maps", MapsFigure.class);
            assertThat(curves(window, "norms"))
                    .isEqualTo(history(run).began().orElseThrow().layers().size());
            window.pictures("train-maps-norms");
            assertThat(figure(window, "spread", Ridgeline.class).ridges()).isNotEmpty();
            window.pictures("train-spread");
            assertThat(curves(window, "units")).isPositive();
            window.pictures("train-units");
            assertThat(curves(window, "load")).isEqualTo(1);
            window.pictures("train-load");
            assertThat(curves(window, "learningRate")).isEqualTo(1);
            window.pictures("train-learning-rate");
            assertThat(curves(window, "rate")).isEqualTo(1);
            window.pictures("train-rate");

            show(window, "pinned");
            window.fx(() -> ((MenuButton) window.find("#export-pinned").orElseThrow())
                    .getItems()
                    .get(0)
                    .fire());
            window.await("the picture is written", 30, () -> Files.exists(home.resolve("pinned.png")));
            linked(window);
        }
    }

    @Test
    void theBoundariesOfAModelOfThePlaneAreSeenLive() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            train(window, "mlp-spirals.vitrine", "400");
            window.awaitText("#run-status", 60, "Training");
            show(window, "plane");
            window.await("a first surface", 60, () -> shown(window, "plane") instanceof PlaneFigure);
            Figure before = shown(window, "plane");
            window.await("it moves", 30, () -> shown(window, "plane") != before);
            window.awaitText("#run-status", 240, "Finished");
            window.pictures("train-plane");
            PlaneFigure last = (PlaneFigure) shown(window, "plane");
            assertThat(last.dots()).isNotEmpty();
            assertThat(last.nodes()).isNotEmpty();
            WatchHistory history =
                    history(window.context().store().list().get(0).directory());
            assertThat(history.all(WatchRecord.Surface.class)).hasSizeGreaterThan(2);
        }
    }

    private static void train(OpenWorkbench window, String example, String epochs) {
        window.open(EXAMPLES.resolve(example));
        window.await("the settings of the training", 60, () -> window.find("#field-epochs")
                .isPresent());
        window.type("#field-epochs", epochs);
        window.click("#header-train");
    }

    private static WatchHistory history(RunDirectory run) throws Exception {
        WatchHistory history = new WatchHistory();
        WatchReader reader = new WatchReader(run.watch());
        for (List<WatchRecord> some = reader.poll(); !some.isEmpty(); some = reader.poll()) {
            some.forEach(history::add);
        }
        return history;
    }

    private static void show(OpenWorkbench window, String panel) {
        window.fx(() -> ((MenuButton) window.find("#train-panels").orElseThrow())
                .getItems().stream()
                        .filter(item -> ("show-panel-" + panel).equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private static Figure shown(OpenWorkbench window, String panel) {
        return window.find("#panel-" + panel + " .figure-view")
                .map(view -> ((FigureView) view).figureProperty().get())
                .orElse((sheet, width, height, theme) -> {});
    }

    private static <F extends Figure> F figure(OpenWorkbench window, String panel, Class<F> kind) {
        show(window, panel);
        window.await(panel + " shows " + kind.getSimpleName(), 60, () -> kind.isInstance(shown(window, panel)));
        return kind.cast(shown(window, panel));
    }

    private static int curves(OpenWorkbench window, String panel) {
        show(window, panel);
        window.await(panel + " has curves", 60, () -> window.find("#chart-" + panel)
                .map(chart -> !((LineChartView) chart).getSeries().isEmpty())
                .orElse(false));
        return ((LineChartView) window.find("#chart-" + panel).orElseThrow())
                .getSeries()
                .size();
    }

    private static void scrub(OpenWorkbench window, String panel, int to) {
        window.fx(() -> ((Slider) window.find("#scrub-" + panel).orElseThrow()).setValue(to));
        window.await(
                "the figure follows",
                30,
                () -> shown(window, panel) instanceof PinnedFigure figure
                        && figure.cards().stream()
                                .allMatch(card ->
                                        card.at() == to && card.picture().isPresent()));
    }

    private static boolean crosshair(OpenWorkbench window, String chart) {
        return window.find("#chart-" + chart + " .readout").map(Node::isVisible).orElse(false);
    }

    /** A crosshair that moves in one chart moves in the others. */
    private static void linked(OpenWorkbench window) {
        show(window, "metric");
        show(window, "norms");
        window.fx(() -> window.find("#chart-metric").orElseThrow().requestFocus());
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        window.await("a crosshair in the loss too", 10, () -> crosshair(window, "loss"));
        assertThat(crosshair(window, "norms")).isTrue();
    }
}
