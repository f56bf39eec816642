package org.vitrine.app.explain.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.settings.Theme;
import org.vitrine.app.shared.Background;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.panel.PanelFile;
import org.vitrine.charts.panel.PanelFormat;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.token.TokensFigure;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.input.InputReader;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.StepReference;
import org.vitrine.runs.event.SessionEvent.SessionReady;

/** The page as a user sees it, with a model that answers at once. */
class LiveViewTest {
    private final FxRobot robot = new FxRobot();
    private final List<NewInput> asked = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();
    private final LiveViewModel model = new LiveViewModel(new Background(Runnable::run, Runnable::run));
    private final List<Scene> scenes = new ArrayList<>();

    @BeforeEach
    void show() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            Scene scene = new Scene(
                    new LiveView(model, (panel, format) -> written.add(Path.of(panel.id() + format.extension()))),
                    1200,
                    700);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(LiveView.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            scenes.add(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    private static ModelGraph chain(LayerSpec... layers) {
        List<org.vitrine.graph.model.Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < layers.length; i++) {
            nodes.add(new org.vitrine.graph.model.Node(new NodeId("layer" + i), layers[i]));
            if (i > 0) {
                edges.add(new Edge(new NodeId("layer" + (i - 1)), new NodeId("layer" + i), 0));
            }
        }
        return new ModelGraph(nodes, edges);
    }

    /** Reads the input as a worker does, and makes up the rest. */
    private Seen answer(Dataset data, ModelGraph graph, NewInput input, boolean classes) {
        Tensor prepared;
        List<String> words;
        try {
            var numbers = new InputReader(data.pipeline()).read(input).numbers();
            prepared = numbers.tensor();
            words = numbers.words();
        } catch (DatasetException e) {
            throw new AssertionError(e);
        }
        int[] shape = prepared.shape();
        Map<String, Tensor> arrays = new LinkedHashMap<>(Answers.arrays(
                prepared,
                shape.length == 3
                        ? Answers.waves(1, shape[1], shape[2])
                        : shape.length == 2 ? Answers.waves(shape[1]) : Answers.waves(shape[0])));
        arrays.put("layer0", prepared);
        if (shape.length == 3) {
            arrays.put("layer1", Answers.waves(6, 24, 24));
            arrays.put("layer2", Answers.waves(16, 8, 8));
        } else {
            arrays.put("layer1", Answers.waves(32));
            arrays.put("layer2", Answers.waves(8));
        }
        List<Double> outputs = new ArrayList<>();
        int count = data.targetNames().size();
        for (int i = 0; i < count; i++) {
            outputs.add(classes ? (i == 1 ? 0.7 : 0.3 / (count - 1)) : 12.5);
        }
        List<Integer> unknown = words.contains("zyzzyva") ? List.of(words.indexOf("zyzzyva")) : List.of();
        return Answers.seen(graph, outputs, words, unknown, arrays);
    }

    private void open(DataReference reference, ModelGraph graph, boolean classes) throws Exception {
        Dataset data = DatasetCatalogue.builtIn().load(reference);
        Viewer viewer = new Viewer() {
            @Override
            public CompletableFuture<SessionReady> ready() {
                return CompletableFuture.completedFuture(new SessionReady(List.of(), Map.of()));
            }

            @Override
            public CompletableFuture<Seen> look(NewInput input, String method, OptionalInt target, OptionalInt place) {
                asked.add(input);
                return CompletableFuture.completedFuture(answer(data, graph, input, classes));
            }
        };
        fx(() -> model.show(new LiveViewModel.Model(data, data.targetNames(), classes, Optional.empty()), viewer));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static ModelGraph images() {
        return chain(
                new Input(),
                new Convolution2D(6, 5, 1, 1, Padding.VALID, Activation.RELU),
                new Dense(16, Activation.RELU));
    }

    private static ModelGraph others() {
        return chain(new Input(), new Dense(32, Activation.RELU), new Dense(8, Activation.TANH));
    }

    private Node find(String query) {
        return Objects.requireNonNull(scenes.get(0).lookup(query), query);
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }

    private void pictures(String name) throws Exception {
        for (Theme theme : Theme.values()) {
            fx(() -> Application.setUserAgentStylesheet(theme.stylesheet()));
            WaitForAsyncUtils.waitForFxEvents();
            Picture picture = WaitForAsyncUtils.waitForAsyncFx(
                    30_000, () -> Pictures.of(scenes.get(0).getRoot(), Color.WHITE));
            picture.writePng(Path.of(
                    "target", "screenshots", name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png"));
        }
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
        // The robot looks for nodes from its own thread: nothing may move meanwhile.
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void drag(double fromX, double fromY, double byX, double byY) {
        robot.moveTo("#live-paper").moveBy(fromX, fromY).press(MouseButton.PRIMARY);
        for (int step = 1; step <= 6; step++) {
            robot.moveBy(byX / 6, byY / 6);
        }
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aDigitIsDrawnSeenUndoneAndWiped() throws Exception {
        open(DataReference.of("mnist"), images(), true);
        assertThat(find("#live-empty").isVisible()).isTrue();
        pictures("live-empty");
        drag(-60, -80, 120, 0);
        drag(60, -80, -50, 170);
        assertThat(((FigureView) find("#live-map")).figureProperty().get()).isInstanceOf(HeatmapFigure.class);
        assertThat(find("#live-empty").isVisible()).isFalse();
        assertThat(((Labeled) find("#live-latency")).getText()).contains("ms");
        Tensor seven = Objects.requireNonNull(asked.get(asked.size() - 1).numbers());
        assertThat(seven.shape()).containsExactly(1, 28, 28);
        double x = 0;
        double mass = 0;
        for (int i = 0; i < seven.size(); i++) {
            x += seven.values()[i] * (i % 28 + 0.5);
            mass += seven.values()[i];
        }
        assertThat(x / mass).as("framed as the data are").isBetween(13.9, 14.1);
        pictures("live-digit");
        int before = asked.size();
        fx(() -> ((Button) find("#live-undo")).fire());
        assertThat(asked).hasSize(before + 1);
        fx(() -> ((Button) find("#live-clear")).fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.answered().get()).isEmpty();
        assertThat(find("#live-empty").isVisible()).isTrue();
    }

    @Test
    void theKeyboardDrawsToo() throws Exception {
        open(DataReference.of("mnist"), images(), true);
        fx(() -> find("#live-paper").requestFocus());
        robot.push(KeyCode.LEFT);
        assertThat(asked).isEmpty();
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).hasSize(3);
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.DOWN);
        assertThat(asked).hasSize(3);
        robot.push(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.answered().get()).isEmpty();
    }

    @Test
    void oneBeginsWithAnExampleAndDrawsOverIt() throws Exception {
        open(DataReference.of("emoji"), images(), true);
        fx(() -> model.example().set(OptionalInt.of(3)));
        assertThat(asked).hasSize(1);
        drag(-40, 0, 80, 0);
        assertThat(asked.size()).isGreaterThan(2);
        pictures("live-colour");
        fx(() -> ((Button) find("#live-start")).fire());
        assertThat(asked.get(asked.size() - 1)).isEqualTo(asked.get(0));
    }

    @Test
    void wordsAreColouredWhileOneTypesAndUnknownOnesNamed() throws Exception {
        open(DataReference.of("sentiment-sentences"), others(), true);
        pictures("live-text-empty");
        fx(() -> find("#live-text").requestFocus());
        robot.write("a good zyzzyva");
        WaitForAsyncUtils.waitForFxEvents();
        TokensFigure tokens =
                (TokensFigure) ((FigureView) find("#live-map")).figureProperty().get();
        assertThat(tokens.words()).containsExactly("a", "good", "zyzzyva");
        assertThat(tokens.unknown()).containsExactly(2);
        assertThat(((Labeled) find("#live-unknown")).getText()).contains("zyzzyva");
        pictures("live-text");
        fx(() -> ((TextArea) find("#live-text")).setText("  "));
        assertThat(model.answered().get()).isEmpty();
    }

    @Test
    void columnsAreSetWithSliders() throws Exception {
        open(DataReference.of("penguins"), others(), true);
        assertThat(asked).as("one begins with an example").hasSize(1);
        Slider slider =
                (Slider) scenes.get(0).getRoot().lookupAll(".slider").iterator().next();
        fx(() -> slider.setValue(slider.getMax()));
        assertThat(asked).hasSize(2);
        pictures("live-table");
        assertThat(asked.get(1).cells()).isNotEqualTo(asked.get(0).cells());
    }

    @Test
    void pointsOfARecordAreDragged() throws Exception {
        open(
                DataReference.of("co2")
                        .withSteps(List.of(
                                new StepReference("normalise", Map.of()),
                                new StepReference("windows", Map.of("length", "24")))),
                others(),
                false);
        assertThat(asked).hasSize(1);
        robot.moveTo("#live-record").press(MouseButton.PRIMARY).moveBy(30, -40).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked.size()).isGreaterThan(1);
        int before = asked.size();
        robot.push(KeyCode.UP);
        assertThat(asked).hasSize(before + 1);
        pictures("live-record");
    }

    @Test
    void whatCanNotBeGivenByHandIsRefusedWithTheReason() throws Exception {
        open(DataReference.of("keywords"), others(), true);
        assertThat(((Labeled) find("#live-empty")).getText()).contains("can not be drawn, typed or set by hand");
    }

    @Test
    void panelsAreWrittenWithTheirNumbers() throws Exception {
        open(DataReference.of("mnist"), images(), true);
        drag(-60, -80, 120, 0);
        for (String id : List.of("live-map", "live-outputs", "live-layers")) {
            PanelFrame frame = (PanelFrame) find("#panel-" + id);
            PanelFile file = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> PanelFile.of(frame.panel()));
            for (PanelFormat format : PanelFormat.values()) {
                assertThat(file.has(format)).isTrue();
                Path path = Path.of("target", "screenshots", id + "." + format.extension());
                file.write(path, format);
                assertThat(path).isNotEmptyFile();
            }
        }
    }
}
