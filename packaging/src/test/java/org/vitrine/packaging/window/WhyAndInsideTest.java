package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.dock.PanelDock;

/** What comes after training, with a worker that answers: test results panel by panel, credibility, attention, the inside. */
class WhyAndInsideTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    Path home;

    @Test
    void leNetIsEvaluatedJudgedAndLaidOpen() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            train(window, "lenet-mnist.vitrine", "2");
            evaluate(window);
            judge(window);
            trainingExamples(window);
            layOpen(window, "lenet");
            allData(window);
            units(window);
        }
    }

    @Test
    void aTransformerShowsWhereItLooksAndIsLaidOpen() throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            train(window, "transformer-token-order.vitrine", "2");
            window.click("#train-explain");
            window.click("#attention-open");
            window.await(
                    "a map for each head and the rollout",
                    90,
                    shown(
                            window,
                            "#attention .figure-view",
                            () -> ((ComboBox<?>) window.find("#attention-head").orElseThrow())
                                            .getItems()
                                            .size()
                                    == 1));
            ComboBox<String> layers = box(window, "#attention-layer");
            window.fx(() -> layers.setValue(layers.getItems().get(0)));
            ComboBox<String> heads = box(window, "#attention-head");
            assertThat(heads.getItems()).as("the mean and four heads").hasSize(5);
            window.fx(() -> heads.setValue(heads.getItems().get(2)));
            window.pictures("explain-attention");
            layOpen(window, "transformer");
        }
    }

    private void train(OpenWorkbench window, String example, String epochs) {
        window.fx(() -> window.context().settings().update(now -> now.withSize(1500, 1000)));
        window.open(EXAMPLES.resolve(example));
        window.await("the settings of the training", 60, () -> window.find("#field-epochs")
                .isPresent());
        window.type("#field-epochs", epochs);
        window.click("#header-train");
        window.awaitText("#run-status", 300, "Finished");
        window.fx(() -> ((TabPane) window.find("#train-tabs").orElseThrow())
                .getSelectionModel()
                .select(1));
        window.await("test results", 60, () -> window.text("#test-summary").contains("Accuracy"));
    }

    private static void evaluate(OpenWorkbench window) {
        window.await("panels of the test", 60, () -> window.find("#evaluate-panels .panel-dock")
                .isPresent());
        PanelDock dock = (PanelDock) window.find("#evaluate-panels .panel-dock").orElseThrow();
        List<String> panels = List.copyOf(dock.standing().all());
        assertThat(panels).contains("confusion", "roc", "reliability", "projection");
        window.fx(() -> dock.show("confusion"));
        window.click("#confusion-matrix");
        for (String panel : panels) {
            window.fx(() -> dock.show(panel));
            window.await(panel + " is in front", 10, () -> window.find("#panel-" + panel)
                    .filter(Node::isVisible)
                    .isPresent());
            window.pictures("evaluate-" + panel);
        }
        window.fx(() -> dock.show("projection"));
        window.click("#projection-run");
        window.await(
                "a projection",
                120,
                () -> window.find("#projection-metric").isPresent()
                        && !window.find("#projection-run").orElseThrow().isDisabled());
        window.pictures("evaluate-projected");
    }

    private void judge(OpenWorkbench window) {
        window.click("#train-explain");
        window.await("the map is judged", 180, () -> window.find("#card-verdict")
                .map(verdict -> ((Label) verdict).getGraphic() != null)
                .orElse(false));
        assertThat(window.count("#credibility-card .verdict-chip")).isEqualTo(8);
        window.click("#card-details");
        window.pictures("explain-card");
        window.click("#card-summary");
        window.type("#card-summary-count", "3");
        window.click("#card-summary-start");
        window.await("a summary of the examples", 240, shown(window, "#card-summary-table", () -> !((TableView<?>)
                        window.find("#card-summary-table").orElseThrow())
                .getItems()
                .isEmpty()));
        window.pictures("explain-card-summary");
        window.fx(() -> ((MenuButton) window.find("#export-credibility-summary").orElseThrow())
                .getItems()
                .get(0)
                .fire());
        window.await("the summary is written", 30, () -> Files.exists(home.resolve("credibility-summary.png")));
        window.click("#card-summary");
    }

    private static void trainingExamples(OpenWorkbench window) {
        window.click("#neighbours-open");
        window.await(
                "those most alike", 120, () -> window.text("#said-nearest").contains("training examples compared"));
        window.await(
                "those that pushed",
                120,
                () -> window.text("#said-towards").contains("A step of training")
                        && !window.text("#said-against").isEmpty());
        window.pictures("explain-training-examples");
        window.click("#neighbours-open");
    }

    private static void allData(OpenWorkbench window) {
        window.click("#explain-effects");
        window.type("#effects-examples", "100");
        window.click("#effects-compute");
        window.await("the importance of patches", 120, () -> window.text("#effects-said")
                .contains("100 test examples"));
        window.pictures("effects-lenet");
    }

    private static void units(OpenWorkbench window) {
        window.click("#explain-units");
        window.click("#units-make");
        window.await(
                "what excites the unit", 120, () -> window.text("#units-told").contains(": activation"));
        window.await("it is made to the end", 120, () -> window.find("#units-make")
                .map(make -> !make.isDisabled())
                .orElse(false));
        assertThat(window.text("#units-failure")).isEmpty();
        window.pictures("units-lenet");
    }

    private void layOpen(OpenWorkbench window, String name) throws IOException {
        window.click("#explain-inside");
        window.await("all layers", 60, () -> window.find("#inside-layers")
                .map(list -> !((ListView<?>) list).getItems().isEmpty())
                .orElse(false));
        ListView<?> layers = (ListView<?>) window.find("#inside-layers").orElseThrow();
        window.fx(() -> layers.getSelectionModel().select(1));
        window.click("#inside-map");
        window.await("a value unfolds", 30, () -> !window.text("#inside-value").isEmpty());
        assertThat(((Pane) window.find("#inside-terms").orElseThrow()).getChildren())
                .isNotEmpty();
        window.pictures("inside-" + name);
        writeArithmetic(window, name);
        window.click("#graph-pane");
        window.press(KeyCode.HOME);
        assertThat(layers.getSelectionModel().getSelectedIndex())
                .as("the first layer of the drawn graph")
                .isZero();
        window.press(KeyCode.DOWN);
        assertThat(layers.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        window.click("#inside-as-list");
        window.pictures("inside-list-" + name);
        window.click("#inside-as-graph");
        int before = layers.getSelectionModel().getSelectedIndex();
        window.click("#inside-next");
        assertThat(layers.getSelectionModel().getSelectedIndex()).isEqualTo(before + 1);
        window.click("#inside-training");
        window.await(
                "one step of training", 60, () -> window.find("#inside-step").isPresent());
        window.pictures("inside-step-" + name);
    }

    /** All terms of the number are in the file, also those that are summed up in the window. */
    private void writeArithmetic(OpenWorkbench window, String name) throws IOException {
        Path csv = home.resolve("inside-arithmetic.csv");
        Files.deleteIfExists(csv);
        window.fx(() -> ((MenuButton) window.find("#export-inside-arithmetic").orElseThrow())
                .getItems()
                .get(3)
                .fire());
        window.await("the arithmetic is written", 30, () -> Files.exists(csv));
        assertThat(Files.readAllLines(csv))
                .as(name)
                .hasSizeGreaterThan(2)
                .first()
                .asString()
                .startsWith("number,part,");
    }

    private static BooleanSupplier shown(OpenWorkbench window, String query, BooleanSupplier and) {
        return () -> window.find(query).filter(Node::isVisible).isPresent() && and.getAsBoolean();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> box(OpenWorkbench window, String query) {
        return (ComboBox<String>) window.find(query).orElseThrow();
    }
}
