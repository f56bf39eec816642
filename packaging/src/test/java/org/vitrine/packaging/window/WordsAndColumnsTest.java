package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts and tables, from the welcome page to the explanation. */
class WordsAndColumnsTest {
    @TempDir
    Path home;

    @Test
    void wordsAreExplainedWordByWord() {
        explain("transformer-token-order", "3", "#method-cards .token-heatmap", "explain-words", 6);
    }

    @Test
    void columnsAreExplainedBarByBar() {
        explain("mlp-iris", "20", "#method-cards .bars-view", "explain-columns", 11);
    }

    @Test
    void aFittedPlaneIsExplainedToo() {
        explain("linear-plane", "10", "#method-cards .bars-view", "explain-plane", 10);
    }

    /** @param methods that fit the model and are computed at once */
    private void explain(String example, String epochs, String drawing, String picture, int methods) {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#example-" + example);
            window.await(
                    "the example is open",
                    60,
                    () -> window.find("#node-input").isPresent()
                            && window.text("#header-why-not").isEmpty());
            window.type("#field-epochs", epochs);
            window.click("#header-train");
            window.awaitText("#run-status", 120, "Finished");
            window.press(KeyCode.F8);
            window.await("every method has answered", 120, () -> window.count(drawing) == methods);
            assertThat(window.text("#example-heading")).contains("0");
            window.pictures(picture);
        }
    }
}
