package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Keras model comes in, is tested, changed, compared with its earlier version, and restored. */
class ImportAndCompareTest {
    private static final Path MODELS =
            Path.of("../model-designer/exchange/src/test/resources/org/vitrine/exchange/keras/models.zip");

    @TempDir
    Path home;

    private void model(String name) throws Exception {
        try (ZipFile zip = new ZipFile(MODELS.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            Files.write(home.resolve("model.h5"), in.readAllBytes());
        }
    }

    private static void menu(OpenWorkbench window, String name) {
        window.fx(() -> ((MenuBar) window.find(".menu-bar").orElseThrow())
                .getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> name.equals(item.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private static void choose(OpenWorkbench window, String list, int row) {
        window.await(list + " has row " + row, 60, () -> rows(window, list) > row);
        window.fx(() -> ((ListView<?>) window.find(list).orElseThrow())
                .getSelectionModel()
                .select(row));
    }

    private static int rows(OpenWorkbench window, String list) {
        return window.find(list)
                .map(view -> ((ListView<?>) view).getItems().size())
                .orElse(0);
    }

    @Test
    void aModelIsImportedTestedComparedAndRestored() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            model("refused_options.keras3.h5");
            menu(window, "Import Keras model\u2026");
            window.awaitText("#imported-title", 60, "was not imported");
            window.pictures("import-refused");

            model("flowers.keras3.h5");
            menu(window, "Import Keras model\u2026");
            window.awaitText("#imported-title", 60, "input 4, target 3 classes");
            window.await(
                    "the graph is open", 60, () -> window.find("#node-dense").isPresent());
            window.awaitText("#imported-why", 10, "Choose data");
            window.pictures("import-result");

            window.press(KeyCode.CONTROL, KeyCode.S);
            window.await("it is saved", 30, () -> !window.title().startsWith("\u2022"));
            window.click("#node-dense");
            window.type("#field-units", "12");
            window.press(KeyCode.CONTROL, KeyCode.S);
            menu(window, "Earlier versions");
            choose(window, "#history-list", 1);
            window.pictures("history");
            window.click("#history-compare");
            window.awaitText("#compare-summary", 60, "1 difference from the version of");
            choose(window, "#compare-list", 0);
            window.pictures("compare");
            assertThat(window.text("#union-dense")).startsWith("~ dense");

            menu(window, "Earlier versions");
            choose(window, "#history-list", 1);
            window.click("#history-restore");
            menu(window, "Compare with another graph");
            window.awaitText("#compare-summary", 60, "The graph is the same");
        }
    }
}
