package org.vitrine.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.action.Action;
import org.vitrine.app.dock.DockLayout;
import org.vitrine.app.dock.DockMemory;
import org.vitrine.app.dock.PanelDock;
import org.vitrine.app.settings.Theme;
import org.vitrine.app.shared.Background;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.matrix.ConfusionMatrixView;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFile;
import org.vitrine.charts.panel.PanelFormat;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.runs.store.RunDirectory;

/** The page as a user sees it, on real data. */
class EvaluateViewTest {
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final List<OptionalInt> explained = new ArrayList<>();
    private final List<EvaluateViewModel> models = new ArrayList<>();
    private @Nullable Scene shown;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        models.forEach(model -> fx(model::close));
        threads.shutdownNow();
    }

    /** What leaves a layer here are the inputs themselves. */
    private static final class Inputs implements LayerReader {
        private final Dataset data;

        Inputs(Dataset data) {
            this.data = data;
        }

        @Override
        public CompletableFuture<Values> read(String layer, int examples, DoubleConsumer progress) {
            int[] indices = new int[Math.min(examples, data.test().size())];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = i;
            }
            Batch batch = data.test().batch(indices);
            progress.accept(1);
            return CompletableFuture.completedFuture(new Values(
                    batch.inputs().reshape(indices.length, batch.inputs().size() / indices.length), false));
        }

        @Override
        public void close() {}
    }

    private static final class Forgetful implements DockMemory {
        @Override
        public Optional<DockLayout> recall() {
            return Optional.empty();
        }

        @Override
        public void remember(DockLayout layout) {}

        @Override
        public void forget() {}
    }

    private EvaluateViewModel.Opened open(String example) throws Exception {
        RunDirectory run = MadeUp.run(folder, example);
        Dataset data = run.loadData(DatasetCatalogue.builtIn());
        FxToolkit.registerPrimaryStage();
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            EvaluateViewModel model = new EvaluateViewModel(
                    DatasetCatalogue.builtIn(), new Background(threads, Platform::runLater), any -> new Inputs(data));
            models.add(model);
            EvaluateView view = new EvaluateView(
                    model,
                    new EvaluateView.Actions(
                            new Action(
                                    "explainRun",
                                    Optional.empty(),
                                    new SimpleStringProperty(""),
                                    () -> explained.add(OptionalInt.empty())),
                            explained::add,
                            extension -> {},
                            (panel, format) -> {},
                            stage -> new Forgetful()));
            view.setStyle("-fx-padding: 12;");
            Scene scene = new Scene(view, 1240, 620);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(EvaluateViewTest.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            shown = scene;
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        var evaluation = run.readEvaluation();
        EvaluateViewModel model = models.get(models.size() - 1);
        fx(() -> {
            model.run().set(Optional.of(run));
            model.evaluation().set(evaluation);
            model.active().set(true);
        });
        until(() -> model.opened().get().isPresent() && scene().lookup(".panel-frame") != null);
        return model.opened().get().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "lenet-mnist, 9",
        "bilstm-sentiment, 9",
        "mlp-cars, 8",
        "gru-co2, 7",
        "detection-shapes, 4",
        "lstm-dates, 2",
        "vae-mnist, 5",
        "gru-next-character, 5",
        "triplet-faces, 6"
    })
    void eachKindOfEvaluationHasItsPanelsInBothThemes(String example, int panels) throws Exception {
        EvaluateViewModel.Opened opened = open(example);
        fx(() -> opened.choice().look(3));
        if (opened.tested().test().classes()) {
            fx(() -> {
                opened.choice().type().set(OptionalInt.of(1));
                ConfusionMatrixView matrix = (ConfusionMatrixView) scene().lookup("#confusion-matrix");
                Objects.requireNonNull(matrix.onOpenProperty().get()).accept(new ConfusionMatrixView.Cell(1, 1));
            });
        }
        fx(() -> {
            opened.projection().method().set(Projected.Method.TSNE);
            opened.projection().count().set(300);
            opened.projection().run();
        });
        until(() -> opened.projection().result().get().isPresent());
        PanelDock dock = (PanelDock) scene().lookup(".panel-dock");
        List<String> ids =
                WaitForAsyncUtils.waitForAsyncFx(5000, () -> dock.standing().all());
        assertThat(ids).hasSize(panels);
        // As many at the left as at the right, or one more.
        int half = (ids.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            String left = ids.get(i);
            Optional<String> right = i + half < ids.size() ? Optional.of(ids.get(i + half)) : Optional.empty();
            fx(() -> {
                dock.show(left);
                right.ifPresent(dock::show);
            });
            WaitForAsyncUtils.waitForFxEvents();
            save("evaluate-" + example + "-" + left + "-light");
            fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
            WaitForAsyncUtils.waitForFxEvents();
            save("evaluate-" + example + "-" + left + "-dark");
            fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
            export(left);
            if (right.isPresent()) {
                export(right.get());
            }
        }
    }

    private void export(String id) throws IOException {
        Panel panel =
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ((PanelFrame) scene().lookup("#panel-" + id)).panel());
        PanelFile file = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> PanelFile.of(panel));
        Path picture = folder.resolve(id + ".png");
        file.write(picture, PanelFormat.PNG);
        assertThat(picture).isNotEmptyFile();
        if (file.has(PanelFormat.CSV)) {
            file.write(folder.resolve(id + ".csv"), PanelFormat.CSV);
            assertThat(folder.resolve(id + ".csv")).isNotEmptyFile();
        }
    }

    @Test
    void aCellChoosesItsExamplesAndAClassInAllPanelsAndAnExampleIsExplained() throws Exception {
        EvaluateViewModel.Opened opened = open("mlp-iris");
        ConfusionMatrixView matrix = (ConfusionMatrixView) scene().lookup("#confusion-matrix");
        fx(() -> Objects.requireNonNull(matrix.onOpenProperty().get()).accept(new ConfusionMatrixView.Cell(2, 2)));
        Choice choice = opened.choice();
        assertThat(choice.type().get()).hasValue(2);
        assertThat(choice.some().get().examples())
                .isNotEmpty()
                .allSatisfy(i -> assertThat(opened.tested().test().actual()[i]).isEqualTo(2));
        FigureView tiles = (FigureView) scene().lookup("#figure-examples");
        until(() -> tiles.getWidth() > 100);
        fx(() -> tiles.fireEvent(click(tiles.localToScene(30, 30))));
        assertThat(choice.example().get())
                .hasValue(choice.some().get().examples().get(0));
        fx(() -> ((javafx.scene.control.Button) scene().lookup("#train-explain")).fire());
        assertThat(explained).containsExactly(choice.example().get());
    }

    @Test
    void neighboursOfAChosenPointAreShownAndAProjectionCanBeGivenUp() throws Exception {
        EvaluateViewModel.Opened opened = open("mlp-iris");
        ProjectionViewModel projection = opened.projection();
        fx(projection::run);
        until(() -> projection.result().get().isPresent());
        Projected done = projection.result().get().orElseThrow();
        assertThat(done.neighbours(0, 3, org.vitrine.datasets.projection.Metric.EUCLIDEAN))
                .hasSize(3);
        fx(() -> {
            projection.run();
            projection.cancel();
        });
        assertThat(projection.busy().get()).isFalse();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(projection.result().get()).contains(done);
    }

    private static MouseEvent click(Point2D place) {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                place.getX(),
                place.getY(),
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private Scene scene() {
        return Objects.requireNonNull(shown);
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition::getAsBoolean));
    }

    private void save(String name) throws IOException {
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(
                20_000, (Callable<Picture>) () -> Pictures.of(scene().getRoot(), Color.GRAY));
        picture.writePng(Path.of("target", "screenshots", name + ".png"));
    }
}
