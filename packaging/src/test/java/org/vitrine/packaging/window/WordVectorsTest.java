package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.data.catalogue.Entry;

/** Vectors of words, from the Data stage to their neighbours, and again from the Runs stage. */
class WordVectorsTest {
    private static final int ROWS = 15;

    @TempDir
    Path home;

    @Test
    void wordsOfReviewsAreTrainedAndExplored() {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            train(window);
            window.pictures("words-data");
            window.click("#words-train");
            window.awaitText("#run-status", 120, "Finished");
            window.await("vectors are shown", 60, () -> window.count("#words-nearest .word-link") == ROWS);
            assertThat(window.find("#train-more").orElseThrow().isDisabled()).isTrue();

            window.type("#words-search", "good");
            window.await("the words near it", 10, () -> window.find("#words-trouble")
                    .map(node -> !node.isManaged())
                    .orElse(false));
            assertThat(window.texts("#words-nearest .word-link")).hasSize(ROWS).doesNotContain("good");
            window.type("#analogy-a", "good");
            window.type("#analogy-b", "bad");
            window.type("#analogy-c", "love");
            window.await("an answer", 10, () -> window.count("#words-answers .word-link") == 5);
            window.pictures("words-page");

            window.type("#words-search", "qwertz");
            window.awaitText("#words-trouble", 10, "qwertz");
            String next = window.texts("#words-nearest .word-link").get(0);
            window.click("#words-nearest .word-link");
            window.await("the word that was clicked", 10, () -> searched(window).equals(next));
            assertThat(window.texts("#words-nearest .word-link")).hasSize(ROWS).doesNotContain(next);

            window.fx(() -> ((TabPane) window.find("#train-tabs").orElseThrow())
                    .getSelectionModel()
                    .selectFirst());
            window.pictures("words-curves");
        }
        try (OpenWorkbench again = OpenWorkbench.on(home, new NoDialogs(home))) {
            again.click("#stage-runs");
            again.await("the run is listed", 60, () -> runs(again).getItems().size() == 1);
            again.fx(() -> runs(again).getSelectionModel().selectFirst());
            assertThat(again.find("#runs-openGraph").orElseThrow().isDisabled()).isTrue();
            again.click("#runs-watch");
            again.await("vectors are shown", 60, () -> again.count("#words-nearest .word-link") == ROWS);
        }
    }

    private static String searched(OpenWorkbench window) {
        return ((TextField) window.find("#words-search").orElseThrow()).getText();
    }

    private static TableView<?> runs(OpenWorkbench window) {
        return (TableView<?>) window.find("#runs-table").orElseThrow();
    }

    private static void train(OpenWorkbench window) {
        window.click("#stage-data");
        window.fx(() -> {
            @SuppressWarnings("unchecked")
            ListView<Entry> list =
                    (ListView<Entry>) window.find("#dataset-list").orElseThrow();
            list.getSelectionModel()
                    .select(list.getItems().stream()
                            .filter(entry -> entry.id().equals("sentiment-sentences"))
                            .findFirst()
                            .orElseThrow());
        });
        window.await("texts have words", 60, () -> window.find("#data-words")
                .map(node -> node.isVisible())
                .orElse(false));
        window.click("#data-words");
        window.type("#words-dimensions", "8");
        window.type("#words-epochs", "1");
    }
}
