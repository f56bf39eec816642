package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.charts.heatmap.HeatmapGrid;
import org.vitrine.charts.heatmap.HeatmapView;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;

/** What a new user does first: LeNet on MNIST, assembled layer by layer, trained, judged and explained. */
class AssembleTrainExplainTest {
    /** Methods that fit LeNet and are computed at once; slow ones wait until they are opened. */
    private static final int QUICK = 13;

    @TempDir
    Path home;

    @Test
    void leNetIsAssembledTrainedAndExplained() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.pictures("welcome");
            assemble(window);
            window.type("#document-title", "My LeNet");
            window.pictures("designer");
            window.type("#field-epochs", "5");
            window.click("#header-train");
            window.awaitText("#run-status", 60, "Training");
            window.await(
                    "a first epoch", 120, () -> window.text("#figure-epoch").startsWith("2"));
            window.pictures("training");
            window.awaitText("#run-status", 240, "Finished");
            RunDirectory run = onlyRun(window).directory();
            assertThat(run.readState().test().orElseThrow().metric()).isGreaterThan(0.95);
            window.fx(() -> ((TabPane) window.find("#train-tabs").orElseThrow())
                    .getSelectionModel()
                    .select(1));
            window.await("test results", 30, () -> window.text("#test-summary").contains("Accuracy"));
            window.pictures("confusion-matrix");
            explain(window);
        }
    }

    private static void assemble(OpenWorkbench window) {
        window.click("#welcome-new");
        window.await("MNIST is loaded", 60, () -> window.find("#data-preview .image-cell")
                .isPresent());
        window.pictures("data");
        window.click("#data-create");
        add(window, "Input", Map.of());
        add(window, "Convolution2D", Map.of("filters", "6", "kernel", "5"));
        add(window, "Pooling2D", Map.of());
        add(window, "Convolution2D", Map.of("filters", "16", "kernel", "5"));
        add(window, "Pooling2D", Map.of());
        add(window, "Flatten", Map.of());
        add(window, "Dense", Map.of("units", "120"));
        add(window, "Dense", Map.of("units", "84"));
        add(window, "ClassificationOutput", Map.of());
        window.click("#canvas");
        window.press(KeyCode.ESCAPE);
        window.await("the graph can be trained", 30, () -> window.text("#header-why-not")
                .isEmpty());
    }

    /** Finds a layer in the palette, adds it after the last one, and sets its parameters. */
    private static void add(OpenWorkbench window, String layer, Map<String, String> parameters) {
        window.fx(() -> ((TextField) window.find("#palette-search").orElseThrow()).setText(layer));
        window.click("#palette-" + layer);
        parameters.forEach((field, value) -> window.type("#field-" + field, value));
    }

    private void explain(OpenWorkbench window) throws IOException {
        window.click("#train-explain");
        window.await("all heatmaps", 120, () -> window.find("#heatmap-grid")
                .map(grid -> ((HeatmapGrid) grid).getMaps().size() == QUICK)
                .orElse(false));
        HeatmapView heatmap = (HeatmapView) window.find("#heatmap").orElseThrow();
        assertThat(heatmap.relevanceProperty().get()).isNotNull();
        window.pictures("explain");
        window.click("#filter-wrong");
        window.await("wrong examples only", 30, () -> count(window) < 100);
        assertThat(count(window)).isPositive();
        window.await(
                "heatmaps of the first wrong example",
                60,
                () -> ((HeatmapGrid) window.find("#heatmap-grid").orElseThrow())
                                .getMaps()
                                .size()
                        == QUICK);
        window.fx(() -> ((MenuButton) window.find("#export-heatmap").orElseThrow())
                .getItems()
                .get(0)
                .fire());
        window.await("the picture is written", 30, () -> Files.exists(home.resolve("heatmap.png")));
        window.pictures("explain-wrong");
    }

    private static int count(OpenWorkbench window) {
        return Integer.parseInt(window.text("#example-count").replaceAll("\\D", ""));
    }

    private static RunEntry onlyRun(OpenWorkbench window) throws RunException {
        List<RunEntry> runs = window.context().store().list();
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }
}
