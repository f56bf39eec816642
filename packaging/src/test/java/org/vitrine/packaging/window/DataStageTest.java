package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.data.catalogue.Entry;

/** The catalogue, previews of each kind of data, options and steps in a real window. */
class DataStageTest {
    @TempDir
    Path home;

    private static void choose(OpenWorkbench window, String id) {
        window.fx(() -> {
            @SuppressWarnings("unchecked")
            ListView<Entry> list =
                    (ListView<Entry>) window.find("#dataset-list").orElseThrow();
            list.getSelectionModel()
                    .select(list.getItems().stream()
                            .filter(entry -> entry.id().equals(id))
                            .findFirst()
                            .orElseThrow());
        });
    }

    private static void tab(OpenWorkbench window, int index) {
        window.fx(() -> ((TabPane) window.find("#data-tabs").orElseThrow())
                .getSelectionModel()
                .select(index));
    }

    private static long captions(OpenWorkbench window) {
        return window.texts("#data-preview .tile-caption").stream()
                .filter(text -> !text.isEmpty())
                .count();
    }

    private void preview(String id, String drawing, String picture) {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#stage-data");
            choose(window, id);
            window.await("the preview of " + id, 60, () -> window.find("#data-preview " + drawing)
                    .isPresent());
            window.await("pictures, if it has some", 60, () -> !drawing.equals(".image-grid") || captions(window) > 3);
            window.await("facts of " + id, 60, () -> window.text("#data-facts").contains("training"));
            window.pictures(picture);
        }
    }

    @Test
    void theCatalogueShowsPicturesAndIsSearched() {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#stage-data");
            window.await("pictures in the grid", 60, () -> captions(window) > 10);
            window.pictures("data-catalogue");
            window.click("#kind-tables");
            window.type("#dataset-search", "penguin");
            ListView<?> list = (ListView<?>) window.find("#dataset-list").orElseThrow();
            assertThat(list.getItems()).hasSize(1);
        }
    }

    @Test
    void textsAreShown() {
        preview("sentiment-sentences", ".text-samples", "data-texts");
    }

    @Test
    void tablesAreShown() {
        preview("penguins", ".column-table", "data-table");
    }

    @Test
    void pointsAreShown() {
        preview("spirals", ".scatter-view", "data-points");
    }

    @Test
    void boxesAreShown() {
        preview("shapes", ".image-grid", "data-boxes");
    }

    @Test
    void aSliderChangesTheDataAndUndoBringsThemBack() {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#example-mlp-spirals");
            window.await("the example is open", 60, () -> window.text("#header-why-not")
                    .isEmpty());
            window.click("#stage-data");
            window.await("points", 60, () -> window.find(".scatter-view").isPresent());
            String before = window.text("#data-facts");
            window.fx(() -> ((Slider) window.find("#slider-examples").orElseThrow()).setValue(0.9));
            window.await(
                    "other facts",
                    60,
                    () -> !window.text("#data-facts").equals(before)
                            && !window.text("#data-facts").isEmpty());
            assertThat(window.title()).startsWith("\u2022");
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.await(
                    "the facts of before", 60, () -> window.text("#data-facts").equals(before));
        }
    }

    @Test
    void stepsAreShownBeforeAndAfter() {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#stage-data");
            choose(window, "sentiment-sentences");
            window.await("facts", 60, () -> window.text("#data-facts").contains("training"));
            tab(window, 1);
            window.await("tokens behind the first step", 60, () -> window.find("#step-after .token-chip")
                    .isPresent());
            window.await(
                    "a vocabulary", 60, () -> window.find("#vocabulary-table").isPresent());
            window.pictures("data-steps");
            window.click("#step-remove-1");
            window.await("why it does not work", 60, () -> window.text("#data-trouble")
                    .contains("Add a step"));
            window.click("#step-reset");
            window.await(
                    "all is well again", 60, () -> window.text("#data-trouble").isEmpty());
        }
    }

    @Test
    void soundsAreShown() {
        preview("keywords", ".sound-view", "data-sounds");
    }

    @Test
    void seriesAreShown() {
        preview("co2", ".series-plot", "data-series");
    }

    @Test
    void drawnPointsGoThroughTheWizardAndAreADataSet() {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#stage-data");
            window.click("#data-draw");
            window.drag("#draw-paper", -120, -80, 60, 0);
            window.click("#draw-class-1");
            window.drag("#draw-paper", 60, 60, 60, 40);
            window.pictures("data-draw");
            window.click("#draw-save");
            window.await("the preview of the file", 60, () -> window.find("#import-columns")
                    .isPresent());
            window.pictures("data-import");
            window.click("#import-run");
            window.awaitText("#import-report", 60, "examples were taken over");
            window.picture("data-import-report");
            window.click("#import-finish");
            window.await("the data set", 60, () -> window.text("#data-facts").contains("training"));
            window.picture("data-own");
            assertThat(window.text("#data-trouble")).isEmpty();
            assertThat(home.resolve("drawings").resolve("my points.csv")).exists();
        }
    }

    @Test
    void drawnDigitsBecomePictures() {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#stage-data");
            window.click("#data-draw");
            window.fx(() -> ((TabPane) window.find("#draw-tabs").orElseThrow())
                    .getSelectionModel()
                    .select(1));
            for (int i = 0; i < 4; i++) {
                window.type("#digit-label", Integer.toString(i % 2));
                window.drag("#digit-paper", -60 + 20 * i, -80, 40 * (i % 2), 150);
                window.click("#digit-take");
            }
            window.pictures("data-draw-digits");
            window.click("#digit-save");
            window.await("the preview of the folder", 60, () -> window.find("#import-preview .image-grid")
                    .isPresent());
            window.pictures("data-import-pictures");
        }
    }

    @Test
    void leakageAndColumnScoresAreReported() {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#stage-data");
            choose(window, "wine");
            window.await("facts", 60, () -> window.text("#data-facts").contains("training"));
            tab(window, 2);
            window.await("the verdict", 60, () -> window.texts("#checks-leakage .label").stream()
                    .anyMatch(text -> text.contains("two parts") || text.contains("stand in the")));
            window.await("the scores", 60, () -> window.find("#score-table").isPresent());
            window.pictures("data-checks");
        }
    }
}
