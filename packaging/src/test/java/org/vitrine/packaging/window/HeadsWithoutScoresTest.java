package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.charts.heatmap.HeatmapGrid;

/** A model whose head scores no example as a whole, in the Explain stage: each page answers, or says why it does not. */
class HeadsWithoutScoresTest {
    @TempDir
    Path home;

    @Test
    void anAutoencoderIsLookedAtOnAllPages() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.fx(() -> window.context().settings().update(now -> now.withSize(1500, 1000)));
            window.open(small());
            window.await(
                    "the project is open",
                    120,
                    () -> window.find("#field-epochs").isPresent()
                            && window.text("#header-why-not").isEmpty());
            window.click("#header-train");
            window.awaitText("#run-status", 300, "Finished");
            window.fx(() -> ((TabPane) window.find("#train-tabs").orElseThrow())
                    .getSelectionModel()
                    .select(1));
            window.click("#train-explain");
            why(window);
            inside(window);
            live(window);
            window.click("#explain-effects");
            window.await("the page says why", 30, () -> window.text("#effects-said")
                    .contains("has the input as its target"));
            window.pictures("effects-refused");
            units(window);
        }
    }

    /** Digits of 8 × 8 pixels instead of 28 × 28. */
    private Path small() throws Exception {
        String document = Files.readString(Path.of("..", "examples", "templates", "autoencoder-digits.vitrine"));
        Path file = home.resolve("small.vitrine");
        assertThat(document).contains("{\"dataset\": \"mnist\"}", "\"epochs\": 8");
        Files.writeString(
                file,
                document.replace("{\"dataset\": \"mnist\"}", "{\"dataset\": \"digits\"}")
                        .replace("\"epochs\": 8", "\"epochs\": 2"));
        return file;
    }

    private static void why(OpenWorkbench window) {
        window.await(
                "a value that is given back is explained",
                120,
                () -> window.text("#place-chosen").contains("row")
                        && !((HeatmapGrid) window.find("#heatmap-grid").orElseThrow())
                                .getMaps()
                                .isEmpty());
        String surest = window.text("#place-chosen");
        window.pictures("why-autoencoder");
        Spinner<?> row = (Spinner<?>) window.find("#place-axis-1").orElseThrow();
        window.fx(() -> row.increment(1));
        window.await(
                "another value is explained",
                60,
                () -> !window.text("#place-chosen").equals(surest)
                        && window.text("#example-heading")
                                .contains(window.text("#place-chosen").split(":")[0]));
        window.click("#place-surest");
        window.await("back where it is surest", 60, () -> window.text("#place-chosen")
                .equals(surest));
        window.click("#neighbours-open");
        window.await(
                "training examples", 120, () -> window.text("#said-nearest").contains("training examples compared"));
        window.click("#neighbours-open");
    }

    private static void inside(OpenWorkbench window) {
        window.click("#explain-inside");
        window.await("all layers", 60, () -> window.find("#inside-layers")
                .map(list -> !((ListView<?>) list).getItems().isEmpty())
                .orElse(false));
        assertThat(window.text("#inside-value")).isNotEmpty();
        window.pictures("inside-autoencoder");
    }

    private static void live(OpenWorkbench window) {
        window.click("#explain-live");
        ListView<?> examples = (ListView<?>) window.find("#example-strip").orElseThrow();
        window.fx(() -> examples.getSelectionModel().select(3));
        window.awaitText("#live-place", 60, "there it is surest");
        assertThat(window.text("#live-failure")).isEmpty();
        assertThat(window.find("#live-map").filter(HeadsWithoutScoresTest::isSeen))
                .isPresent();
        assertThat(window.find("#live-outputs").filter(HeadsWithoutScoresTest::isSeen))
                .as("what is given back")
                .isPresent();
        assertThat(window.find("#live-layers").filter(HeadsWithoutScoresTest::isSeen))
                .isPresent();
        window.pictures("live-autoencoder");
        Spinner<?> row = (Spinner<?>) window.find("#place-axis-1").orElseThrow();
        window.fx(() -> row.decrement(8));
        window.fx(() -> row.increment(3));
        window.awaitText("#live-place", 30, "At row 4, column");
        window.drag("#live-paper", -20, 0, 60, 0);
        window.await("the stroke is seen at the same place", 30, () -> window.text("#live-place")
                .startsWith("At row 4, column"));
        window.pictures("live-autoencoder-drawn");
        window.click("#place-surest");
        window.awaitText("#live-place", 30, "there it is surest");
    }

    private static void units(OpenWorkbench window) {
        window.click("#explain-units");
        assertThat(((ComboBox<?>) window.find("#units-layer").orElseThrow()).getItems())
                .as("each dense layer and the output")
                .hasSizeGreaterThan(2);
        window.click("#units-make");
        window.await(
                "what excites the unit", 120, () -> window.text("#units-told").contains(": activation"));
        window.await("it is made to the end", 120, () -> window.find("#units-make")
                .map(make -> !make.isDisabled())
                .orElse(false));
        assertThat(List.of(window.text("#units-failure"))).containsExactly("");
        window.pictures("units-autoencoder");
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
