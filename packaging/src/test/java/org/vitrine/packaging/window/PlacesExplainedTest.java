package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.charts.heatmap.HeatmapGrid;
import org.vitrine.charts.heatmap.HeatmapView;

/** Models that answer step by step or cell by cell are explained where a user points. */
class PlacesExplainedTest {
    @TempDir
    Path home;

    @Test
    void ofATaggedSentenceTheTagOfEachWordIsExplained() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            explain(window, "templates/bilstm-tagger");
            window.await(
                    "the surest tag is explained",
                    120,
                    () -> !window.text("#place-chosen").isEmpty() && window.count(".token-heatmap") > 3);
            String surest = window.text("#place-chosen");
            assertThat(surest).startsWith("step ").contains("%");
            ToggleButton other = (ToggleButton) window.find("#place-0")
                    .filter(chip -> !((ToggleButton) chip).isSelected())
                    .or(() -> window.find("#place-1"))
                    .orElseThrow();
            window.fx(other::fire);
            window.await(
                    "another tag is explained",
                    60,
                    () -> !window.text("#place-chosen").equals(surest) && window.count(".token-heatmap") > 3);
            assertThat(other.isSelected()).isTrue();
            Node marked = window.find(".token-heatmap .chip:marked").orElseThrow();
            assertThat(marked).isNotNull();
            window.pictures("why-tagger");
            window.await(
                    "the card judges it",
                    120,
                    () -> !window.text("#card-sentence").isEmpty()
                            && !window.text("#card-sentence").contains("\u2026"));
            window.pictures("why-tagger-judged");
        }
    }

    @Test
    void ofAPictureWithShapesTheCellThatIsClickedIsExplained() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            explain(window, "detection-shapes");
            BooleanSupplier maps = () -> window.find("#heatmap-grid")
                    .filter(grid -> ((HeatmapGrid) grid).getMaps().size() > 3)
                    .isPresent();
            window.await("the surest cell is explained", 120, maps);
            String surest = window.text("#place-chosen");
            assertThat(surest).startsWith("row ");
            HeatmapView map = (HeatmapView) window.find("#heatmap").orElseThrow();
            window.pictures("why-detection");
            window.click("#heatmap");
            window.await(
                    "the cell in the middle is explained",
                    60,
                    () -> window.text("#place-chosen").startsWith("row 4, column 4")
                            || window.text("#place-chosen").startsWith("row 5, column 5")
                            || !window.text("#place-chosen").equals(surest));
            assertThat(map.markProperty().get()).isNotNull();
            window.await("its maps are there", 60, maps);
            window.pictures("why-detection-clicked");
        }
    }

    private void explain(OpenWorkbench window, String example) throws Exception {
        window.fx(() -> window.context().settings().update(now -> now.withSize(1500, 1000)));
        String document = Files.readString(Path.of("..", "examples", example + ".vitrine"));
        Path file = home.resolve("short.vitrine");
        Files.writeString(file, document.replaceFirst("\"epochs\": \\d+", "\"epochs\": 1"));
        window.open(file);
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
        // Models that write have a page of their own, which is shown first.
        window.await("the model is open", 120, () -> window.find("#explain-why").isPresent());
        window.click("#explain-why");
    }
}
