package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The analysis of an example: table, measurement in a real worker, overlay. */
class ForecastPanelTest {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    @TempDir
    Path home;

    @Test
    void aGraphIsAnalysedMeasuredAndTinted() {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.open(Path.of("../examples/lenet-mnist.vitrine"));
            window.click("#panel-analysis");
            window.await(
                    "the table is filled", 60, () -> table(window).getItems().size() == 9);
            window.awaitText("#analysis-kind", 10, "Rough estimate");
            assertThat(window.text("#analysis-totals")).contains("61\u2009706 parameters", "multiply-adds forward");
            window.picture("analysis-estimated");

            window.click("#analysis-measure");
            window.await("a measurement goes on", 10, () -> window.find("#analysis-cancel")
                    .orElseThrow()
                    .isVisible());
            window.click("#analysis-cancel");
            window.await("it is given up", 10, () -> window.find("#analysis-measure")
                    .orElseThrow()
                    .isVisible());
            assertThat(window.text("#analysis-kind")).isEqualTo("Rough estimate");
            window.click("#analysis-measure");
            window.awaitText("#analysis-kind", 120, "Measured");
            assertThat(window.text("#analysis-forecast")).contains("iterations", "memory up to");

            window.fx(() -> table(window).getSelectionModel().select(3));
            window.await("the node of the row is chosen", 10, () -> isChosen(window, "conv2"));
            window.click("#node-conv1");
            window.await(
                    "the row of the node is chosen",
                    10,
                    () -> table(window).getSelectionModel().getSelectedIndex() == 1);
            window.choose("#analysis-overlay", "Multiply-adds");
            window.await("the canvas explains its tint", 10, () -> window.find("#analysis-legend")
                    .isPresent());
            assertThat(window.texts(".node-quantity")).contains("118k", "240k");
            window.pictures("analysis");
            window.choose("#analysis-overlay", "Time");
            window.picture("analysis-time");
            window.choose("#analysis-overlay", "nothing");
            assertThat(window.find("#analysis-legend")).isEmpty();
        }
    }

    private static TableView<?> table(OpenWorkbench window) {
        return (TableView<?>) window.find("#analysis-table").orElseThrow();
    }

    private static boolean isChosen(OpenWorkbench window, String node) {
        return window.find("#node-" + node)
                .map(found -> found.getPseudoClassStates().contains(SELECTED))
                .orElse(false);
    }
}
