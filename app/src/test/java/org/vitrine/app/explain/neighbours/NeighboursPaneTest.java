package org.vitrine.app.explain.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.settings.Theme;
import org.vitrine.app.shared.Background;
import org.vitrine.attribution.neighbours.NeighbourQuestion;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.PanelFile;
import org.vitrine.charts.panel.PanelFormat;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.DataReference;

/** Rows of training examples under the heatmaps, as a user sees them. */
class NeighboursPaneTest {
    @TempDir
    Path folder;

    private final NeighboursViewModel model = new NeighboursViewModel(new Background(Runnable::run, Runnable::run));

    private static Optional<NeighboursViewModel.Subject> subject(
            LikePixels asked, Dataset data, Path folder, int example) {
        return Optional.of(new NeighboursViewModel.Subject(asked, folder, data, example, Optional.empty()));
    }

    private static Dataset digits() throws Exception {
        return DatasetCatalogue.builtIn().load(DataReference.of("mnist"));
    }

    @Test
    void isAskedOnlyWhileSomebodyLooks() throws Exception {
        Dataset data = digits();
        LikePixels asked = new LikePixels(data, folder);
        model.about(subject(asked, data, folder, 3));
        assertThat(asked.nearest).isEmpty();
        model.wanted().set(true);
        model.about(subject(asked, data, folder, 4));
        model.about(subject(asked, data, folder, 4));
        model.wanted().set(false);
        model.about(subject(asked, data, folder, 5));
        assertThat(asked.nearest).extracting(request -> request.example()).containsExactly(3, 4);
        assertThat(asked.influence).extracting(request -> request.example()).containsExactly(3, 4);
        assertThat(model.nearest().get()).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void anotherExampleGivesUpTheOneBefore() throws Exception {
        Dataset data = digits();
        LikePixels asked = new LikePixels(data, folder);
        asked.answers = false;
        model.wanted().set(true);
        model.about(subject(asked, data, folder, 3));
        assertThat(model.nearest().get()).isEqualTo(new Answer.Computing<>(0.25));
        model.about(subject(asked, data, folder, 4));
        assertThat(asked.open.get(0)).isCancelled();
        assertThat(asked.open.get(1)).isNotCancelled();
        assertThat(model.nearest().get()).isInstanceOf(Answer.Computing.class);
        model.stop();
        assertThat(asked.open.get(1)).isCancelled();
    }

    @Test
    void whatChangesOneQuestionLeavesTheOther() throws Exception {
        Dataset data = digits();
        LikePixels asked = new LikePixels(data, folder);
        model.wanted().set(true);
        model.about(subject(asked, data, folder, 3));
        model.settings().set(model.settings().get().withLayer("conv1"));
        assertThat(asked.nearest).hasSize(2).last().satisfies(request -> assertThat(request.layer())
                .isEqualTo("conv1"));
        assertThat(asked.influence).hasSize(1);
        model.settings().set(model.settings().get().withParameters(NeighbourQuestion.ALL_PARAMETERS));
        assertThat(asked.nearest).hasSize(2);
        assertThat(model.influence().get()).isEqualTo(new Answer.Failed<>("This model has no such gradient"));
        // Another model has other layers.
        model.about(subject(asked, data, folder.resolve("other"), 3));
        assertThat(model.settings().get().layer()).isEmpty();
    }

    @Test
    void rowsAreShownAndOneExampleStandsLarge() throws Exception {
        Dataset data = digits();
        LikePixels asked = new LikePixels(data, folder);
        Scene scene = shown(asked, data, 3);
        save(scene, "neighbours-digits-light");
        assertThat(((Label) scene.lookup("#said-nearest")).getText()).contains("of 10 are", "as predicted", "'dense2'");
        assertThat(((Label) scene.lookup("#said-towards")).getText()).contains("lowers", "3 states");
        TilesFigure nearest = tiles(scene, "#tiles-nearest");
        assertThat(nearest.tiles()).hasSize(10);
        int first = nearest.tiles().get(0).number();
        assertThat(nearest.chosen()).isEqualTo(first);
        assertThat(large(scene)).isEqualTo(first);
        fx(() -> press(scene.lookup("#tiles-nearest"), KeyCode.RIGHT));
        assertThat(large(scene)).isEqualTo(nearest.tiles().get(1).number());
        fx(() -> press(scene.lookup("#tiles-towards"), KeyCode.LEFT));
        assertThat(tiles(scene, "#tiles-towards").tiles())
                .extracting(TilesFigure.Tile::number)
                .contains(large(scene));
        fx(() -> ((ComboBox<?>) scene.lookup("#neighbours-layer"))
                .getSelectionModel()
                .select(0));
        assertThat(asked.nearest).last().satisfies(request -> assertThat(request.layer())
                .isEqualTo("input"));
        fx(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
        WaitForAsyncUtils.waitForFxEvents();
        save(scene, "neighbours-digits-dark");
        fx(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
        fx(() -> ((ComboBox<?>) scene.lookup("#neighbours-parameters"))
                .getSelectionModel()
                .select(1));
        assertThat(((Label) scene.lookup("#said-towards")).getText()).isEqualTo("This model has no such gradient");
        assertThat(scene.lookup("#tiles-towards").getParent().isVisible()).isFalse();
    }

    @Test
    void rowsAreAsHighAsTheirTilesAndStayWhileOthersAreLookedFor() throws Exception {
        Dataset data = digits();
        LikePixels asked = new LikePixels(data, folder);
        Scene scene = shown(asked, data, 3);
        FigureView view = (FigureView) scene.lookup("#tiles-nearest");
        TilesFigure figure = tiles(scene, "#tiles-nearest");
        assertThat(view.getHeight()).isBetween(figure.height(view.getWidth()) - 1, figure.height(view.getWidth()) + 2);
        assertThat(scene.lookup("#neighbours").prefHeight(1180)).isLessThan(520);
        double height = ((NeighboursPane) scene.getRoot()).prefHeight(1180);
        asked.answers = false;
        fx(() -> model.about(subject(asked, data, folder, 4)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(scene.lookup("#tiles-nearest").getParent().isDisabled()).isTrue();
        assertThat(((NeighboursPane) scene.getRoot()).prefHeight(1180)).isBetween(height - 20, height + 20);
    }

    @Test
    void allValuesAreWritten() throws Exception {
        Dataset data = digits();
        Scene scene = shown(new LikePixels(data, folder), data, 3);
        for (String id : new String[] {"nearest", "towards", "against"}) {
            PanelFrame frame = (PanelFrame) scene.lookup("#panel-neighbours-" + id);
            PanelFile file = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> PanelFile.of(frame.panel()));
            for (PanelFormat format : PanelFormat.values()) {
                file.write(folder.resolve(id + "." + format.extension()), format);
                assertThat(folder.resolve(id + "." + format.extension())).isNotEmptyFile();
            }
        }
        assertThat(folder.resolve("nearest.csv"))
                .content()
                .startsWith("example,label,cosine distance")
                .hasLineCount(201);
        assertThat(folder.resolve("towards.csv")).content().startsWith("example,label,influence");
    }

    @ParameterizedTest
    @CsvSource({"cars,mlp-cars", "texts,transformer-sentiment", "series,gru-sunspots"})
    void othersThanPicturesAreShownToo(String name, String example) throws Exception {
        Dataset data = DatasetCatalogue.builtIn()
                .load(DocumentJson.read(Path.of("..", "examples", example + ".vitrine"))
                        .data());
        Scene scene = shown(new LikePixels(data, folder), data, 1);
        assertThat(tiles(scene, "#tiles-nearest").tiles()).hasSize(10);
        save(scene, "neighbours-" + name + "-light");
    }

    private Scene shown(LikePixels asked, Dataset data, int example) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        Scene[] made = new Scene[1];
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            NeighboursPane pane = new NeighboursPane(model, (panel, format) -> {});
            made[0] = new Scene(pane, 1180, 520);
            made[0].getStylesheets()
                    .add(Objects.requireNonNull(NeighboursPane.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            stage.setScene(made[0]);
            stage.show();
            model.about(subject(asked, data, folder, example));
            model.wanted().set(true);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return made[0];
    }

    private static TilesFigure tiles(Scene scene, String id) {
        return (TilesFigure) ((FigureView) scene.lookup(id)).figureProperty().get();
    }

    private static int large(Scene scene) {
        return tiles(scene, "#neighbours-large").tiles().get(0).number();
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }

    private static void save(Scene scene, String name) throws Exception {
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> Pictures.of(scene.getRoot(), Color.WHITE));
        picture.writePng(Path.of("target", "screenshots", name + ".png"));
    }
}
