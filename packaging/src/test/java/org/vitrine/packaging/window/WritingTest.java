package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that write, trained for an epoch on a part of their data, and let write in the Explain stage. */
class WritingTest {
    @TempDir
    Path home;

    @Test
    void aTextGrowsAndStops() throws Exception {
        String few = "{\"dataset\": \"next-character\", \"steps\": [{\"step\": \"tokenise\", "
                + "\"options\": {\"into\": \"characters\", \"least\": \"20\"}}, "
                + "{\"step\": \"next-token\", \"options\": {\"stride\": \"2000\"}}]}";
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            train(window, "lstm-next-character", "{\"dataset\": \"next-character\"}", few);
            window.press(KeyCode.F8);
            window.await("the page for writing is there", 60, () -> window.find("#writing")
                    .isPresent());
            TextInputControl prompt =
                    (TextInputControl) window.find("#write-prompt").orElseThrow();
            assertThat(prompt.getText()).isNotBlank();
            window.type("#option-temperature", "0.7");
            window.type("#option-length", "2000");
            window.click("#write-start");
            window.await("some text is there", 120, () -> written(window) > 0);
            int before = written(window);
            window.await("there is more", 60, () -> written(window) > before);
            window.picture("write-growing");
            window.await("there are lines of it", 60, () -> written(window) > 400);
            window.click("#write-stop");
            window.awaitText("#write-said", 10, "Stopped");
            assertThat(window.find("#write-start").orElseThrow().isDisabled()).isFalse();
            assertThat(written(window)).isBetween(400, 2000);
            window.pictures("write");
            window.type("#option-length", "30");
            window.click("#write-start");
            window.awaitText("#write-said", 60, "30 tokens");
            assertThat(written(window)).isEqualTo(30);
        }
    }

    @Test
    void aTestExampleIsTranslatedAgain() throws Exception {
        String few = "{\"dataset\": \"dates\", \"options\": {\"examples\": \"1000\"}}";
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            train(window, "transformer-dates", "{\"dataset\": \"dates\"}", few);
            window.press(KeyCode.F8);
            window.await("the examples are there", 60, () -> window.count("#translate-samples .table-row-cell") > 3);
            window.click("#translate-samples .table-row-cell");
            window.await("there is an answer", 120, () -> !window.text("#translate-expected")
                    .isEmpty());
            TextField source = (TextField) window.find("#translate-source").orElseThrow();
            assertThat(source.getText()).isNotBlank();
            assertThat(window.text("#translate-answer")).isNotBlank();
            window.pictures("translate");
        }
    }

    private static int written(OpenWorkbench window) {
        return window.find("#written-text")
                .map(text -> ((Text) text).getText().length())
                .orElse(0);
    }

    private void train(OpenWorkbench window, String example, String data, String few) throws IOException {
        String document = Files.readString(Path.of("..", "examples", example + ".vitrine"));
        assertThat(document).contains(data);
        Path small = home.resolve(example + ".vitrine");
        Files.writeString(small, document.replace(data, few));
        window.open(small);
        window.await(
                "the project is open",
                120,
                () -> window.find("#field-epochs").isPresent()
                        && window.text("#header-why-not").isEmpty());
        window.type("#field-epochs", "1");
        window.click("#header-train");
        window.awaitText("#run-status", 300, "Finished");
    }
}
