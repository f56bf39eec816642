package org.vitrine.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.settings.Theme;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.curves.RecordFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.heatmap.HeatmapView;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.SessionEvent.AttributionDone;

/** Each kind of input has the drawing that says most. */
class ExplanationsTest {
    @TempDir
    Path folder;

    @Test
    void spectrogramsArePicturesUnderTheirMaps() throws Exception {
        Dataset keywords = dataset("cnn-keywords");
        int[] shape = keywords.test().example(0).inputs().row(0).shape();
        Scene scene = shown(keywords, Tensor.zeros(1, shape[1], shape[2]));
        Raster image = Objects.requireNonNull(
                ((HeatmapView) scene.lookup("#heatmap")).imageProperty().get());
        assertThat(image.height()).isEqualTo(shape[1]);
        assertThat(image.values()).contains(0f, 1f);
        save(scene, "explanation-spectrogram");
    }

    @Test
    void picturesLookAsTheyWereBeforeTheyWereNormalised() throws Exception {
        Dataset emoji = dataset("cnn-emoji");
        Tensor input = emoji.test().example(0).inputs().row(0);
        Scene scene = shown(emoji, Tensor.zeros(1, input.shape()[1], input.shape()[2]));
        Raster image = Objects.requireNonNull(
                ((HeatmapView) scene.lookup("#heatmap")).imageProperty().get());
        assertThat(image.values())
                .containsExactly(emoji.presentation().image(input).orElseThrow().values());
    }

    @Test
    void recordsStandOnTheColoursOfTheirStepsInTheirOwnUnits() throws Exception {
        Dataset co2 = dataset("gru-co2");
        Scene scene = shown(co2, Tensor.of(ramp(24), 24));
        RecordFigure figure = (RecordFigure)
                ((FigureView) scene.lookup(".figure-view")).figureProperty().get();
        assertThat(figure.relevance()).hasSize(24).startsWith(0.0).endsWith(23.0);
        assertThat(figure.names()).hasSize(1).first().asString().contains("CO2");
        assertThat(figure.least().get(0)).isLessThan(figure.most().get(0));
        assertThat(PanelFiles.csv(scene.getRoot(), "heatmaps"))
                .startsWith("Method,Column,Relevance")
                .contains(",23,23.0");
        save(scene, "explanation-record");
    }

    @Test
    void aUserAndAFilmAreNamed() throws Exception {
        Dataset ratings = dataset("factors-ratings");
        Scene scene = shown(ratings, Tensor.of(ramp(2), 2));
        List<String> names = scene.getRoot().lookupAll(".bar-name").stream()
                .map(node -> ((Label) node).getText())
                .toList();
        assertThat(names).hasSize(4).noneMatch(name -> name.matches("[0-9]"));
        assertThat(names.get(0)).startsWith("person");
    }

    @Test
    void cardsFillTheRoom() throws Exception {
        Scene scene = shown(dataset("gru-co2"), Tensor.of(ramp(24), 24));
        Collection<Double> widths = scene.getRoot().lookupAll(".method-card").stream()
                .map(card -> ((Region) card).getWidth())
                .toList();
        assertThat(widths).hasSize(2).allMatch(width -> width > 280);
    }

    private static float[] ramp(int size) {
        float[] values = new float[size];
        IntStream.range(0, size).forEach(i -> values[i] = i);
        return values;
    }

    private static Dataset dataset(String example) throws Exception {
        return DatasetCatalogue.builtIn()
                .load(DocumentJson.read(Path.of("..", "examples", example + ".vitrine"))
                        .data());
    }

    /** A page of 620 by 500 pixels with the same map of two methods. */
    private Scene shown(Dataset data, Tensor relevance) throws Exception {
        Subject subject = new Subject(
                "",
                folder,
                data,
                TestEvaluation.ofClasses(0, List.of(), new int[0], new int[0], new float[0][]),
                Optional.empty());
        MethodResult result = new MethodResult.Done(
                new AttributionDone(
                        "1",
                        "gradient",
                        "map.npy",
                        true,
                        1,
                        OptionalDouble.empty(),
                        List.of(1.0),
                        OptionalInt.empty(),
                        0.01),
                relevance);
        Stage stage = FxToolkit.registerPrimaryStage();
        Scene[] made = new Scene[1];
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            Explanation explanation = Explanations.of(data.presentation(), (x, y) -> {}, (panel, format) -> {});
            made[0] = new Scene(new StackPane(explanation.node()), 620, 500);
            stage.setScene(made[0]);
            stage.show();
            explanation.show(
                    subject, 0, OptionalInt.empty(), Map.of("gradient", result, "occlusion", result), "gradient");
        });
        WaitForAsyncUtils.waitForFxEvents();
        return made[0];
    }

    private static void save(Scene scene, String name) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> Pictures.of(scene.getRoot(), Color.WHITE))
                .writePng(Path.of("target", "screenshots", name + ".png"));
    }
}
