package org.vitrine.app.explain.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
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
import org.vitrine.app.welcome.Example;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.token.TokensFigure;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.input.InputReader;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.drawing.Figure;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.event.SessionEvent.SessionReady;

/** The page for models that score places of their inputs, with answers that are made up. */
class LivePlacesViewTest {
    private static final int SUREST = 2;

    private final FxRobot robot = new FxRobot();
    private final LiveViewModel model = new LiveViewModel(new Background(Runnable::run, Runnable::run));
    private final List<OptionalInt> asked = new ArrayList<>();
    private final List<Scene> scenes = new ArrayList<>();

    @BeforeEach
    void show() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            Scene scene = new Scene(new LiveView(model, (panel, format) -> {}), 1200, 760);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(LiveView.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            scenes.add(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    /** Opens a model that comes with Vitrine. */
    private LiveViewModel.Model open(String example) throws Exception {
        GraphDocument document = Example.read(example);
        Dataset data = DatasetCatalogue.builtIn().load(document.data());
        LiveViewModel.Model shown = LiveViewModel.Model.of(data, document.flat().graph());
        Viewer viewer = new Viewer() {
            @Override
            public CompletableFuture<SessionReady> ready() {
                return CompletableFuture.completedFuture(new SessionReady(List.of(), Map.of()));
            }

            @Override
            public CompletableFuture<Seen> look(NewInput input, String method, OptionalInt target, OptionalInt place) {
                asked.add(place);
                return CompletableFuture.completedFuture(answer(document, shown, input, place.orElse(SUREST)));
            }
        };
        fx(() -> model.show(shown, viewer));
        WaitForAsyncUtils.waitForFxEvents();
        return shown;
    }

    private static Seen answer(GraphDocument document, LiveViewModel.Model shown, NewInput input, int place) {
        try {
            var numbers =
                    new InputReader(shown.dataset().pipeline()).read(input).numbers();
            Tensor prepared = numbers.tensor();
            int[] shape = prepared.shape();
            Map<String, Tensor> arrays = new LinkedHashMap<>(Answers.arrays(
                    prepared,
                    shape.length == 3 ? Answers.waves(1, shape[1], shape[2]) : Answers.waves(shape[shape.length - 1])));
            document.flat()
                    .graph()
                    .topologicalOrder()
                    .forEach(node -> arrays.put(
                            node.id().value(), shape.length == 3 ? Answers.waves(6, 28, 28) : Answers.waves(32)));
            if (!shown.classes()) {
                float[] faint = prepared.values().clone();
                for (int i = 0; i < faint.length; i++) {
                    faint[i] *= 0.7f;
                }
                arrays.put("look/told", Tensor.of(faint, faint.length, 1));
            }
            List<Double> outputs = new ArrayList<>();
            for (int i = 0; i < shown.names().size(); i++) {
                outputs.add(
                        i == place % shown.names().size()
                                ? 0.7
                                : 0.3 / shown.names().size());
            }
            return Answers.at(place, document.flat().graph(), outputs, numbers.words(), arrays);
        } catch (DatasetException e) {
            throw new AssertionError(e);
        }
    }

    private Node find(String query) {
        return Objects.requireNonNull(scenes.get(0).lookup(query), query);
    }

    private String text(String query) {
        return ((Labeled) find(query)).getText();
    }

    private Figure figure(String query) {
        return ((FigureView) find(query)).figureProperty().get();
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void set(String spinner, int value) {
        @SuppressWarnings("unchecked")
        Spinner<Integer> found = (Spinner<Integer>) find(spinner);
        fx(() -> found.getValueFactory().setValue(value));
    }

    private void pictures(String name) throws Exception {
        for (Theme theme : Theme.values()) {
            fx(() -> Application.setUserAgentStylesheet(theme.stylesheet()));
            Picture picture = WaitForAsyncUtils.waitForAsyncFx(
                    30_000, () -> Pictures.of(scenes.get(0).getRoot(), Color.WHITE));
            picture.writePng(
                    Path.of("target", "screenshots", name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    @Test
    void aWordIsChosenAndItsTagIsTold() throws Exception {
        open("templates/bilstm-tagger");
        fx(() -> ((TextArea) find("#live-text")).setText("every cold river"));
        assertThat(text("#live-place")).isEqualTo("At step 3 \u201criver\u201d: there it is surest");
        assertThat(((TokensFigure) figure("#live-map")).words()).containsExactly("every", "cold", "river");
        assertThat(((BarsFigure) figure("#live-outputs")).names()).contains("noun");
        assertThat(find("#place-surest").isDisabled()).isTrue();
        set("#place-axis-0", 2);
        assertThat(asked).endsWith(OptionalInt.of(1));
        assertThat(text("#live-place")).isEqualTo("At step 2 \u201ccold\u201d");
        pictures("live-places-words");
        int before = asked.size();
        fx(() -> ((Button) find("#place-surest")).fire());
        assertThat(asked).hasSize(before + 1).endsWith(OptionalInt.empty());
        assertThat(((Spinner<?>) find("#place-axis-0")).getValue()).isEqualTo(3);
    }

    @Test
    void whatAnAutoencoderGivesBackIsSeenAndAClickChoosesItsValue() throws Exception {
        open("templates/autoencoder-digits");
        fx(() -> model.example().set(OptionalInt.of(3)));
        assertThat(text("#live-place")).startsWith("At row 1, column 3");
        assertThat(((HeatmapFigure) figure("#live-map")).mark()).isPresent();
        assertThat(figure("#live-outputs")).isInstanceOf(GivenBackFigure.class);
        assertThat(find("#live-target").isVisible())
                .as("one value is no choice")
                .isFalse();
        robot.clickOn("#live-map");
        WaitForAsyncUtils.waitForFxEvents();
        int chosen = asked.get(asked.size() - 1).orElseThrow();
        assertThat(text("#live-place")).isEqualTo("At row " + (chosen / 28 + 1) + ", column " + (chosen % 28 + 1));
        pictures("live-places-reconstruction");
        set("#place-axis-1", 5);
        set("#place-axis-2", 7);
        assertThat(asked).endsWith(OptionalInt.of(4 * 28 + 6));
    }

    @Test
    void cellsAreFramedInThePicture() throws Exception {
        open("detection-shapes");
        fx(() -> model.example().set(OptionalInt.of(1)));
        assertThat(((HeatmapFigure) figure("#live-map")).mark().orElseThrow().getWidth())
                .isLessThan(0.5);
        assertThat(((BarsFigure) figure("#live-outputs")).names()).contains("disc", "ring");
        pictures("live-places-cells");
    }

    @Test
    void aStripIsDrawnFromLeftToRightAndItsStepsAreColumns() throws Exception {
        open("ctc-digit-strips");
        robot.moveTo("#live-paper").moveBy(-200, -20).press(MouseButton.PRIMARY).moveBy(0, 40);
        robot.moveBy(120, -30).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("#live-failure")).isEmpty();
        assertThat(find("#live-paper").getLayoutBounds().getWidth())
                .isGreaterThan(6 * find("#live-paper").getLayoutBounds().getHeight());
        assertThat(((HeatmapFigure) figure("#live-map")).mark().orElseThrow().getHeight())
                .isEqualTo(1);
        assertThat(((BarsFigure) figure("#live-outputs")).names()).endsWith("no label");
        pictures("live-places-strip");
    }

    @Test
    void lettersAreTypedForAModelThatWrites() throws Exception {
        open("gru-next-character");
        fx(() -> ((TextArea) find("#live-text")).setText("to be or not"));
        assertThat(text("#live-place")).isEqualTo("At step 3, behind \u201c \u201d: there it is surest");
        assertThat(((BarsFigure) figure("#live-outputs")).names()).as("of 60").hasSize(14);
        pictures("live-places-letters");
    }
}
