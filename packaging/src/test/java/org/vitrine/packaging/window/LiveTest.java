package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.token.TokensFigure;
import org.vitrine.drawing.Figure;

/** The page Live with real workers: a digit that is drawn, and a sentence that is typed. */
class LiveTest {
    @TempDir
    Path home;

    @Test
    void aDigitIsDrawnAndSeen() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            train(window, "lenet-mnist", "2");
            window.press(KeyCode.F8);
            window.click("#explain-live");
            // A seven: a bar and a leg.
            window.drag("#live-paper", -60, -80, 120, 0);
            window.await("a prediction appears", 120, () -> shown(window, "#live-outputs") instanceof BarsFigure);
            window.drag("#live-paper", 60, -80, -50, 170);
            window.await(
                    "it is taken for a seven",
                    60,
                    () -> shown(window, "#live-outputs") instanceof BarsFigure bars && bars.chosen() == 7);
            assertThat(((HeatmapFigure) shown(window, "#live-map")).relevance()).isPresent();
            assertThat(window.text("#live-failure")).isEmpty();
            window.awaitText("#live-latency", 30, "ms");
            window.drag("#live-paper", 10, 90, -4, 8);
            window.await("the last stroke is seen", 30, () -> shown(window, "#live-outputs") instanceof BarsFigure);
            window.pictures("live");
            window.click("#live-clear");
            window.await("nothing is left", 30, () -> window.find("#live-empty")
                    .orElseThrow()
                    .isVisible());
            try (Stream<Path> files = Files.walk(home)) {
                assertThat(files.filter(file -> file.toString().endsWith("look.npz")))
                        .hasSizeBetween(1, 4);
            }
        }
    }

    @Test
    void aSentenceIsTypedAndItsWordsAreColoured() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            train(window, "bilstm-sentiment", "1");
            window.press(KeyCode.F8);
            window.click("#explain-live");
            window.await("there is a field", 60, () -> window.find("#live-text").isPresent());
            window.fx(() -> ((TextInputControl) window.find("#live-text").orElseThrow()).setText("a great zyzzyva"));
            window.await(
                    "words are coloured",
                    120,
                    () -> shown(window, "#live-map") instanceof TokensFigure tokens
                            && tokens.words().size() == 3);
            TokensFigure tokens = (TokensFigure) shown(window, "#live-map");
            assertThat(tokens.relevance()).hasSize(3).anyMatch(value -> value != 0);
            assertThat(tokens.unknown()).containsExactly(2);
            assertThat(window.text("#live-unknown")).contains("zyzzyva");
            window.pictures("live-typed");
        }
    }

    private static Figure shown(OpenWorkbench window, String view) {
        return window.find(view)
                .map(found -> ((FigureView) found).figureProperty().get())
                .orElse((sheet, width, height, theme) -> {});
    }

    private void train(OpenWorkbench window, String example, String epochs) throws IOException {
        Path copy = home.resolve(example + ".vitrine");
        Files.copy(Path.of("..", "examples", example + ".vitrine"), copy);
        window.open(copy);
        window.await(
                "the project is open",
                120,
                () -> window.find("#field-epochs").isPresent()
                        && window.text("#header-why-not").isEmpty());
        window.type("#field-epochs", epochs);
        window.click("#header-train");
        window.awaitText("#run-status", 300, "Finished");
    }
}
