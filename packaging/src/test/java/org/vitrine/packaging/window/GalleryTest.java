package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gallery of templates, from the welcome page to the canvas. */
class GalleryTest {
    private static final Path LIST = Path.of("..", "examples", "gallery.tsv");

    @TempDir
    Path home;

    @Test
    void aTemplateIsFoundChangedToOtherDataAndOpened() {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#welcome-templates");
            window.await("the gallery is there", 30, () -> window.count(".template-card") > 30);
            window.pictures("gallery");
            window.type("#template-search", "lenet-5");
            window.await("one is left", 10, () -> window.count(".template-card") == 1);
            window.choose("#template-data", "Small digits");
            window.awaitText("#template-fit", 60, "changes");
            window.pictures("gallery-other-data");
            window.click("#template-use");
            awaitCanvas(window);
            assertThat(window.text("#header-why-not")).isEmpty();
        }
    }

    static Stream<String> templates() throws Exception {
        List<String> lines = Files.readAllLines(LIST);
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> !cells[2].isEmpty())
                .map(cells -> cells[0].substring(cells[0].lastIndexOf('/') + 1));
    }

    /** Pictures of every template on the canvas: profile {@code examples}. */
    @ParameterizedTest
    @MethodSource("templates")
    @EnabledIfSystemProperty(named = "vitrine.test.examples", matches = "true")
    void aTemplateOnTheCanvas(String template) {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            window.await("it is in the gallery", 30, () -> window.find("#template-" + template)
                    .isPresent());
            window.click("#template-" + template);
            window.click("#template-use");
            awaitCanvas(window);
            window.pictures("template-" + template);
        }
    }

    private static void awaitCanvas(OpenWorkbench window) {
        window.await(
                "it is on the canvas and its data is read",
                120,
                () -> window.find("#node-input").isPresent()
                        && window.text("#header-why-not").isEmpty());
    }
}
