package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.event.RunEvent.LayersTimed;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Reversals;
import org.vitrine.worker.SequenceModels;
import org.vitrine.worker.Settings;
import org.vitrine.worker.layers.EngineSettings;

/** What is measured, but for how long it takes. */
class CalibrationTest {
    private static final Dataset WORDS = Reversals.load(70, 20);
    /** Has attention to a second input, which is compiled to several vertices. */
    private static final ModelGraph TRANSLATOR = SequenceModels.transformer(Reversals.SOURCE, Reversals.TARGET, 8);

    private static final Dataset SENTENCES = Examples.first(100, 20, Examples.load("sentiment-sentences", Map.of()));

    @TempDir
    Path folder;

    private List<RunEvent> calibrate(GraphDocument document, Dataset data, BooleanSupplier wanted) throws Exception {
        EngineSettings.apply();
        List<RunEvent> events = new ArrayList<>();
        try (Calibration calibration = new Calibration(document, data, folder, 0.05, wanted, events::add)) {
            calibration.run();
        }
        return events;
    }

    private static GraphDocument document(ModelGraph graph, int batch) {
        return new GraphDocument("", "", DataReference.of("any"), graph, Map.of(), Settings.adam(3, batch, 0.01));
    }

    @Test
    void tellsWhatATrainerWouldDoAndNamesEachNodeOnce() throws Exception {
        GraphDocument document = document(TRANSLATOR, 16);
        List<RunEvent> events = calibrate(document, WORDS, () -> true);

        Calibrated found = (Calibrated) events.get(events.size() - 1);
        TrainingRuns run = new TrainingRuns(folder.resolve("run"));
        Trainer trainer = run.trainer(TRANSLATOR, WORDS, document.training());
        trainer.announce();
        RunEvent.TrainingStarted started =
                run.events(RunEvent.TrainingStarted.class).get(0);
        assertThat(found.parameters())
                .isEqualTo(started.parameters())
                .isEqualTo(GraphAnalyzer.analyze(document, Optional.of(WORDS.spec()))
                        .parameters());
        assertThat(found.iterationsPerEpoch())
                .isEqualTo(started.iterationsPerEpoch())
                .isEqualTo(5);
        assertThat(found.trainExamples()).isEqualTo(started.trainExamples());
        assertThat(found.batchSize()).isEqualTo(16);
        assertThat(found.steps()).isGreaterThanOrEqualTo(3);
        assertThat(found.stepSeconds()).isPositive();
        assertThat(found.validationSeconds()).isPositive();
        assertThat(found.savingSeconds()).isPositive();
        assertThat(found.peakBytes()).isGreaterThanOrEqualTo(found.residentBytes() / 2);
        assertThat(found.layers())
                .extracting(RunEvent.LayerTime::node)
                .containsExactlyInAnyOrderElementsOf(TRANSLATOR.nodes().stream()
                        .map(node -> node.id().value())
                        .toList());
    }

    @Test
    void endsWithoutAnAnswerThatNobodyWaitsFor() throws Exception {
        List<RunEvent> events = calibrate(document(TRANSLATOR, 16), WORDS, () -> false);
        assertThat(events).isNotEmpty().allMatch(RunEvent.CalibrationAdvanced.class::isInstance);
    }

    @Test
    void dataThatAreOneSmallBatchAreEnough() throws Exception {
        Dataset few = Examples.first(7, 1, Examples.load("spirals", Map.of()));
        GraphDocument document = document(Graphs.chain(new Input(), new BinaryOutput()), 64);
        List<RunEvent> events = calibrate(document, few, () -> true);
        assertThat(((Calibrated) events.get(events.size() - 1)).iterationsPerEpoch())
                .isOne();
    }

    @Test
    void aRunTimesItsLayersOnce() throws Exception {
        TrainingRuns watched = new TrainingRuns(folder);
        Trainer trainer = watched.trainer(Models.bidirectional(), SENTENCES, Settings.adam(2, 16, 0.01));
        trainer.train();

        List<LayersTimed> timed = watched.events(LayersTimed.class);
        assertThat(timed).hasSize(1);
        assertThat(timed.get(0).stepSeconds()).isPositive();
        assertThat(timed.get(0).steps()).isPositive();
        assertThat(timed.get(0).layers())
                .extracting(RunEvent.LayerTime::node)
                .containsExactlyInAnyOrderElementsOf(Models.bidirectional().nodes().stream()
                        .map(node -> node.id().value())
                        .toList());
        assertThat(timed.get(0).layers()).anyMatch(layer -> layer.forwardSeconds() > 0 && layer.backwardSeconds() > 0);
    }
}
