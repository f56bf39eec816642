package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.watch.Pinned;
import org.vitrine.runs.watch.WatchFiles;
import org.vitrine.runs.watch.WatchHistory;
import org.vitrine.runs.watch.WatchReader;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.Watching;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.watch.RunWatch;

class RunWatchTest {
    private static final Watching ALWAYS = new Watching(1, 0, 0, 0, 0, true, Watching.DEFAULT_METHOD, List.of());

    @TempDir
    Path folder;

    record Case(String name, ModelGraph graph, Dataset data) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> families() {
        Dataset order = Examples.first(48, 20, Examples.load("token-order", Map.of()));
        return Stream.of(
                new Case("plane", plane(), spirals()),
                new Case("CNN", Models.cnn(), Examples.first(48, 20, Examples.load("digits", Map.of()))),
                new Case("RNN", Models.bidirectional(), order),
                new Case("Transformer", Models.transformer(8, 12, 0.1), order));
    }

    private static ModelGraph plane() {
        return Graphs.chain(
                new Input(), new Dense(6, Activation.TANH), new Dense(5, Activation.RELU), new ClassificationOutput());
    }

    private static Dataset spirals() {
        return Examples.first(64, 30, Examples.load("moons", Map.of()));
    }

    private Trainer watched(TrainingRuns run, Case given, TrainingSettings settings, EventSink sink, Watching watching)
            throws RunException {
        Trainer trainer = run.trainer(given.graph(), given.data(), settings, sink);
        GraphDocument document =
                new GraphDocument("watched", "", new DataReference("x", Map.of()), given.graph(), Map.of(), settings);
        trainer.watchedBy(RunWatch.of(files(run), document, given.data(), watching));
        return trainer;
    }

    private static WatchFiles files(TrainingRuns run) {
        return new WatchFiles(run.folder.resolve("watch"));
    }

    private static WatchHistory history(TrainingRuns run) throws RunException {
        WatchHistory history = new WatchHistory();
        new WatchReader(files(run)).poll().forEach(history::add);
        return history;
    }

    @ParameterizedTest
    @MethodSource("families")
    void watchingChangesNoBitOfTheWeights(Case given) throws Exception {
        TrainingSettings settings = Settings.adam(2, 16, 0.01);
        TrainingRuns plain = new TrainingRuns(folder.resolve("plain"));
        Trainer alone = plain.trainer(given.graph(), given.data(), settings);
        alone.train();
        TrainingRuns run = new TrainingRuns(folder.resolve("watched"));
        Trainer trainer = watched(run, given, settings, run.events::add, ALWAYS);
        trainer.train();

        assertThat(trainer.network().params().data().asFloat())
                .containsExactly(alone.network().params().data().asFloat());
        WatchHistory history = history(run);
        int iterations = trainer.iterations();
        assertThat(history.all(WatchRecord.Norms.class))
                .extracting(WatchRecord.Norms::iteration)
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, iterations)
                        .boxed()
                        .toList());
        assertThat(history.all(WatchRecord.Units.class)).hasSize(iterations);
        assertThat(history.all(WatchRecord.PinnedSeen.class)).isNotEmpty();
    }

    @Test
    void aStepOfPlainGradientDescentIsTheRateTimesTheGradient() throws Exception {
        Case given = families().findFirst().orElseThrow();
        TrainingRuns run = new TrainingRuns(folder);
        Trainer trainer = watched(run, given, Settings.of(Updater.SGD, 1, 16, 0.05), run.events::add, ALWAYS);
        trainer.train();

        List<WatchRecord.Norms> norms = history(run).all(WatchRecord.Norms.class);
        assertThat(norms).isNotEmpty().allSatisfy(look -> {
            for (int i = 0; i < look.gradient().size(); i++) {
                assertThat(look.update().get(i))
                        .isCloseTo(0.05 * look.gradient().get(i), within(1e-6));
            }
        });
        double squares = norms.get(norms.size() - 1).weight().stream()
                .mapToDouble(norm -> norm * norm)
                .sum();
        double whole = trainer.network().params().norm2Number().doubleValue();
        assertThat(Math.sqrt(squares)).isCloseTo(whole, within(1e-4));
    }

    @Test
    void confusionAndPinnedExamplesAreThoseOfTheModelAtTheEndOfTheEpoch() throws Exception {
        Case given = families().skip(1).findFirst().orElseThrow();
        TrainingRuns run = new TrainingRuns(folder);
        List<Pinned> pins = List.of(new Pinned(Part.VALIDATION, 3), new Pinned(Part.TEST, 0));
        Trainer trainer = watched(run, given, Settings.adam(1, 16, 0.01), run.events::add, ALWAYS.withPinned(pins));
        trainer.train();

        WatchHistory history = history(run);
        WatchRecord.Confusion confusion =
                history.last(WatchRecord.Confusion.class).orElseThrow();
        Tensor counts = WatchReader.read(files(run), confusion.counts());
        int classes = counts.rows();
        double right = 0;
        double all = 0;
        for (int i = 0; i < counts.size(); i++) {
            all += counts.values()[i];
            right += i / classes == i % classes ? counts.values()[i] : 0;
        }
        RunEvent.EpochDone epoch = run.events(RunEvent.EpochDone.class).get(0);
        assertThat(all).isEqualTo(given.data().validation().size());
        assertThat(right / all).isCloseTo(epoch.validationMetric(), within(1e-9));

        WatchRecord.PinnedSeen seen = history.last(WatchRecord.PinnedSeen.class).orElseThrow();
        assertThat(seen.answers()).extracting(WatchRecord.Answer::example).containsExactly(3, 0);
        WatchRecord.Answer first = seen.answers().get(0);
        double[] logits = trainer.network().outputs(given.data().validation().example(3));
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        for (int k = 0; k < logits.length; k++) {
            assertThat(first.outputs().get(k)).isCloseTo(Math.exp(logits[k]) / sum, within(1e-5));
        }
        assertThat(WatchReader.read(files(run), first.relevance()).shape()).containsExactly(1, 8, 8);
        assertThat(history.all(WatchRecord.Filters.class)).isNotEmpty();
        assertThat(history.all(WatchRecord.Maps.class)).isNotEmpty();
    }

    @Test
    void examplesOfAModelThatScoresStepsAreLookedAtInOnePlace() throws Exception {
        GraphDocument document = DocumentJson.read(Path.of("../../examples/templates/bilstm-tagger.vitrine"));
        Dataset tagged =
                Examples.load(document.data().dataset(), document.data().options());
        Case given = new Case("tagger", document.flat().graph(), Examples.first(32, 16, tagged));
        TrainingRuns run = new TrainingRuns(folder);
        Trainer trainer = watched(run, given, Settings.adam(2, 16, 0.01), run.events::add, ALWAYS);
        trainer.train();

        List<WatchRecord.PinnedSeen> looks = history(run).all(WatchRecord.PinnedSeen.class);
        assertThat(looks).hasSizeGreaterThanOrEqualTo(2);
        assertThat(looks).allSatisfy(look -> assertThat(look.answers())
                .extracting(WatchRecord.Answer::place)
                .isEqualTo(looks.get(0).answers().stream()
                        .map(WatchRecord.Answer::place)
                        .toList()));
        WatchRecord.Answer last = looks.get(looks.size() - 1).answers().get(0);
        Batch example = given.data().part(last.part()).example(last.example());
        int place = last.place().getAsInt();
        assertThat(last.truth()).hasValue(example.targets().values()[place]);
        double[] logits = trainer.network().outputs(example);
        int steps = example.targets().size();
        int classes = logits.length / steps;
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Math.exp(logits[k * steps + place]);
        }
        assertThat(last.outputs()).hasSize(classes);
        for (int k = 0; k < classes; k++) {
            assertThat(last.outputs().get(k)).isCloseTo(Math.exp(logits[k * steps + place]) / sum, within(1e-5));
        }
        assertThat(WatchReader.read(files(run), last.relevance()).size())
                .isEqualTo(example.inputs().size());
    }

    @Test
    void aKilledRunIsReadableAndAResumedOneReplacesWhatCameAfterItsCheckpoint() throws Exception {
        Case given = families().findFirst().orElseThrow();
        TrainingSettings settings = Settings.adam(4, 16, 0.01);
        TrainingRuns killed = new TrainingRuns(folder);
        killed.checkpointSeconds = 0;
        EventSink killing = event -> {
            killed.events.add(event);
            if (event instanceof RunEvent.CheckpointSaved saved && saved.iteration() == 6) {
                throw new IllegalStateException("killed");
            }
        };
        Trainer first = watched(killed, given, settings, killing, ALWAYS);
        assertThatThrownBy(first::train).hasMessage("killed");
        assertThat(history(killed).last(WatchRecord.Norms.class).orElseThrow().iteration())
                .isEqualTo(6);

        java.nio.file.Files.delete(folder.resolve("checkpoints").resolve("iteration-0000000006.zip"));
        TrainingRuns again = new TrainingRuns(folder);
        Trainer resumed = watched(again, given, settings, again.events::add, ALWAYS);
        assertThat(history(again).last(WatchRecord.Norms.class).orElseThrow().iteration())
                .isEqualTo(5);
        resumed.train();

        assertThat(history(again).all(WatchRecord.Norms.class))
                .extracting(WatchRecord.Norms::iteration)
                .doesNotHaveDuplicates()
                .hasSize(resumed.iterations());
    }

    @Test
    void aCommandPinsOtherExamples() throws Exception {
        Case given = families().findFirst().orElseThrow();
        TrainingRuns run = new TrainingRuns(folder);
        List<Pinned> wished = List.of(new Pinned(Part.TRAIN, 5));
        Trainer trainer = watched(run, given, Settings.adam(1, 16, 0.01), run.events::add, ALWAYS);
        assertThat(history(run).pinned())
                .as("two classes")
                .extracting(Pinned::part)
                .containsExactly(Part.TEST, Part.TEST);
        run.commands.add(new WorkerCommand.Watch(ALWAYS.withPinned(wished)));
        trainer.train();

        WatchHistory history = history(run);
        assertThat(history.pinned()).isEqualTo(wished);
        assertThat(history.last(WatchRecord.PinnedSeen.class).orElseThrow().answers())
                .extracting(WatchRecord.Answer::part)
                .containsExactly(Part.TRAIN);
    }

    @Test
    void thePlaneIsLookedAtWithItsHiddenUnits() throws Exception {
        Case given = families().findFirst().orElseThrow();
        TrainingRuns run = new TrainingRuns(folder);
        Trainer trainer = watched(run, given, Settings.adam(2, 16, 0.01), run.events::add, ALWAYS);
        trainer.train();

        WatchRecord.Surface surface =
                history(run).last(WatchRecord.Surface.class).orElseThrow();
        Tensor outputs = WatchReader.read(files(run), surface.outputs());
        Tensor hidden = WatchReader.read(files(run), surface.hidden());
        int side = outputs.shape()[1];
        assertThat(hidden.shape()).containsExactly(11, side, side);
        int row = 7;
        int column = 21;
        float x = (float) (surface.left() + (surface.right() - surface.left()) * (column + 0.5) / side);
        float y = (float) (surface.bottom() + (surface.top() - surface.bottom()) * (row + 0.5) / side);
        double[] logits = trainer.network().outputs(Tensor.of(new float[] {x, y}, 1, 2), null);
        double probability = Math.exp(logits[1]) / (Math.exp(logits[0]) + Math.exp(logits[1]));
        assertThat((double) outputs.values()[(side + row) * side + column]).isCloseTo(probability, within(0.005));
        assertThat(new WatchReader(files(run)).live().orElseThrow().surface().iteration())
                .isEqualTo(trainer.iterations());
    }

    @Test
    void nothingIsLookedAtWhenWatchingIsOff() throws Exception {
        Case given = families().findFirst().orElseThrow();
        TrainingRuns run = new TrainingRuns(folder);
        watched(run, given, Settings.adam(1, 16, 0.01), run.events::add, Watching.OFF)
                .train();

        WatchHistory history = history(run);
        assertThat(history.all(WatchRecord.Norms.class)).isEmpty();
        assertThat(history.all(WatchRecord.PinnedSeen.class)).isEmpty();
        assertThat(history.all(WatchRecord.Load.class)).isEmpty();
    }
}
