package org.vitrine.app.design.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.editor.model.GraphClipboard;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.event.RunEvent.CalibrationAdvanced;
import org.vitrine.runs.event.RunEvent.LayerTime;

class ForecastViewModelTest {
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final Map<GraphDocument, Calibrated> measured = new HashMap<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private Optional<Analysis.Times> run = Optional.empty();
    private boolean endless;
    private String refusal = "";
    private int examples;
    private GraphViewModel graph;
    private ForecastViewModel model;

    /** Answers at once, never, or with a reason. */
    private final class Pretended implements Measuring {
        @Override
        public Optional<Calibrated> known(GraphDocument document, Device device) {
            return Optional.ofNullable(measured.get(document));
        }

        @Override
        public Calibrated measure(GraphDocument document, Device device, Consumer<CalibrationAdvanced> progress)
                throws IOException, InterruptedException {
            progress.accept(new CalibrationAdvanced("steps", 0.5));
            if (endless) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
            }
            if (!refusal.isEmpty()) {
                throw new RunException(refusal, "");
            }
            Calibrated found = new Calibrated(
                    403,
                    examples,
                    16,
                    7,
                    2,
                    1.5,
                    40,
                    0.01,
                    0.02,
                    0.02,
                    0.1,
                    1,
                    1 << 28,
                    List.of(new LayerTime("dense1", 0.001, 0.003)));
            measured.put(document, found);
            return found;
        }
    }

    @BeforeEach
    void openIris() throws Exception {
        Dataset iris = DatasetCatalogue.builtIn().load(DataReference.of("iris"));
        examples = iris.train().size();
        GraphDocument document = DocumentJson.read(Path.of("../examples/mlp-iris.vitrine"));
        graph = new GraphViewModel(document, GraphAnalyzer::analyze, new GraphClipboard() {
            @Override
            public void put(Fragment fragment) {
                throw new AssertionError("Nothing is copied here");
            }

            @Override
            public Optional<Fragment> get() {
                return Optional.empty();
            }
        });
        graph.dataProperty().set(Optional.of(iris.spec()));
        model = new ForecastViewModel(
                graph,
                new ForecastViewModel.Sources(() -> Optional.of(iris), Device.Cpu::new, 2, new Pretended(), any -> run),
                () -> new Latest(new Background(workers, fx::add), timer),
                fx::add,
                0);
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
        timer.shutdownNow();
    }

    /** Runs what comes to the window's thread until {@code done}. */
    private void await(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Runnable next = fx.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("something comes to the window's thread").isNotNull();
            if (next != null) {
                next.run();
            }
        }
    }

    private Analysis analysis() {
        return model.analysisProperty().get();
    }

    private void show() throws InterruptedException {
        model.shownProperty().set(true);
        await(() -> !analysis().rows().isEmpty());
    }

    @Test
    void nothingIsComputedBeforeSomeoneLooks() throws Exception {
        graph.execute(new ReplaceLayer(new NodeId("dense1"), new Dense(7, Activation.RELU)));
        assertThat(analysis()).isSameAs(Analysis.NONE);
        show();
        assertThat(analysis().rows()).hasSize(4);
    }

    @Test
    void theTableFollowsTheGraphAndAddsUp() throws Exception {
        show();
        assertThat(analysis().total().parameters()).isEqualTo(403);
        assertThat(analysis().rows())
                .extracting(AnalysisRow::name)
                .containsExactlyElementsOf(graph.document().graph().topologicalOrder().stream()
                        .map(node -> node.id().value())
                        .toList());
        assertThat(analysis().rows().stream()
                        .mapToDouble(row -> analysis().share(Quantity.MULTIPLY_ADDS, row))
                        .sum())
                .isEqualTo(1, within(1e-12));
        graph.execute(new ReplaceLayer(new NodeId("dense1"), new Dense(1, Activation.RELU)));
        await(() -> analysis().total().parameters() < 403);
    }

    @Test
    void anEstimateIsNoMeasurementAndAMeasurementIsKnownAgain() throws Exception {
        show();
        assertThat(analysis().forecast().orElseThrow().measured()).isFalse();
        assertThat(ForecastLine.of(analysis().forecast().orElseThrow(), 60)).contains("some");
        assertThat(analysis().stepSeconds()).isEmpty();

        model.measure();
        assertThat(model.measuresProperty().get()).isTrue();
        await(() -> model.progressProperty().get() == 0.5);
        await(() -> analysis().forecast().orElseThrow().measured());
        assertThat(model.measuresProperty().get()).isFalse();
        assertThat(analysis().forecast().orElseThrow().epochSeconds()).isPositive();
        assertThat(analysis().stepSeconds()).hasValue(0.01);
        assertThat(row("dense1").seconds()).hasValue(0.004);
        assertThat(analysis().timesFrom()).isEmpty();

        graph.execute(new ReplaceLayer(new NodeId("dense1"), new Dense(7, Activation.RELU)));
        await(() -> !analysis().forecast().orElseThrow().measured());
        graph.undo();
        await(() -> analysis().forecast().orElseThrow().measured());
    }

    @Test
    void aRunsTimesCountMoreThanThoseOfAMeasurement() throws Exception {
        run = Optional.of(
                new Analysis.Times(List.of(new LayerTime("dense1", 0.002, 0.006)), 0.02, Optional.of("run-1")));
        show();
        model.measure();
        await(() -> analysis().forecast().orElseThrow().measured());
        assertThat(row("dense1").seconds()).hasValue(0.008);
        assertThat(analysis().timesFrom()).contains("run-1");
    }

    private AnalysisRow row(String node) {
        return analysis().rows().stream()
                .filter(each -> each.name().equals(node))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMeasurementCanBeGivenUp() throws Exception {
        endless = true;
        model.measure();
        await(() -> model.progressProperty().get() == 0.5);
        model.cancel();
        assertThat(model.measuresProperty().get()).isFalse();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    @Test
    void whyThereIsNoMeasurementIsTold() throws Exception {
        refusal = "The worker is missing";
        model.measure();
        await(() -> !model.measuresProperty().get());
        assertThat(model.troubleProperty().get()).isEqualTo("The worker is missing.");
    }

    @Test
    void theOverlayTintsTheCostliestNodeMostAndWorksWithoutTheTable() throws Exception {
        assertThat(model.badgesProperty().get()).isEmpty();
        model.quantityProperty().set(Quantity.PARAMETERS);
        await(() -> !model.badgesProperty().get().isEmpty());
        assertThat(model.badgesProperty().get()).doesNotContainKey(new NodeId("input"));
        assertThat(model.badgesProperty().get().values())
                .anyMatch(badge -> badge.heat() == 1)
                .allMatch(badge -> badge.heat() > 0 && badge.spoken().startsWith("Parameters: "));
        model.quantityProperty().set(Quantity.NONE);
        assertThat(model.badgesProperty().get()).isEmpty();
    }

    @Test
    void theTableGoesToOtherProgramsAndPapers() throws Exception {
        show();
        List<String> csv = TableText.csv(analysis()).lines().toList();
        assertThat(csv).hasSize(5);
        assertThat(csv.get(0)).startsWith("layer,type,output,parameters,multiply_adds");
        assertThat(csv.get(1)).matches("input,[^,]*,4,0,0,16,0\\.0000,,");
        List<String> markdown = TableText.markdown(analysis()).lines().toList();
        assertThat(markdown).hasSize(7);
        assertThat(markdown.get(1)).isEqualTo("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        assertThat(markdown.get(6)).startsWith("| Total |").contains("403");
        assertThat(markdown)
                .allMatch(line -> line.chars().filter(each -> each == '|').count() == 10);
    }
}
