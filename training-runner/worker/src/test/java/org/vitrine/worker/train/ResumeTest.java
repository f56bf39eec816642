package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;

class ResumeTest {
    private static final int KILLED_AT = 7;

    @TempDir
    Path folder;

    record Case(String name, ModelGraph graph, Dataset data) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> families() {
        Dataset order = Examples.first(80, 20, Examples.load("token-order", Map.of()));
        return Stream.of(
                new Case("CNN", Models.cnn(), Examples.first(80, 20, Examples.load("digits", Map.of()))),
                new Case("RNN", Models.bidirectional(), order),
                new Case("Transformer", Models.transformer(8, 12, 0.1), order));
    }

    private static TrainingSettings settings() {
        return Settings.with(Settings.adam(3, 16, 0.01), Schedule.COSINE, 0.1);
    }

    /** What a SIGKILL leaves: nothing after the checkpoint. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static EventSink killing(TrainingRuns run, int iteration) {
        return event -> {
            run.events.add(event);
            if (event instanceof RunEvent.CheckpointSaved saved && saved.iteration() == iteration) {
                throw new Killed();
            }
        };
    }

    private TrainingRuns killed(Case given, String name) throws RunException {
        TrainingRuns run = new TrainingRuns(folder.resolve(name));
        run.checkpointSeconds = 0;
        Trainer trainer = run.trainer(given.graph(), given.data(), settings(), killing(run, KILLED_AT));
        assertThatThrownBy(trainer::train).isInstanceOf(Killed.class);
        return run;
    }

    @ParameterizedTest
    @MethodSource("families")
    void aRunKilledInTheMiddleOfAnEpochGoesOnBitByBit(Case given) throws Exception {
        TrainingRuns whole = new TrainingRuns(folder.resolve("whole"));
        Trainer uninterrupted = whole.trainer(given.graph(), given.data(), settings());
        uninterrupted.train();

        TrainingRuns killed = killed(given, "killed");
        TrainingRuns again = new TrainingRuns(killed.folder);
        Trainer resumed = again.trainer(given.graph(), given.data(), settings());
        assertThat(resumed.iterations()).isEqualTo(KILLED_AT);
        assertThat(resumed.train()).isEqualTo(Trainer.Outcome.FINISHED);

        assertThat(resumed.network().params().data().asFloat())
                .containsExactly(uninterrupted.network().params().data().asFloat());
        List<Double> expected = losses(whole);
        List<Double> found = losses(again);
        assertThat(found).isEqualTo(expected.subList(expected.size() - found.size(), expected.size()));
    }

    private static List<Double> losses(TrainingRuns run) {
        return run.events(RunEvent.EpochDone.class).stream()
                .flatMap(epoch -> Stream.of(epoch.trainLoss(), epoch.trainMetric(), epoch.validationLoss()))
                .toList();
    }

    @Test
    void keepsTheLastTwoCheckpointsAndTheBest() throws Exception {
        Case given = families().findFirst().orElseThrow();
        TrainingRuns run = new TrainingRuns(folder);
        run.checkpointSeconds = 0;
        run.trainer(given.graph(), given.data(), settings()).train();

        assertThat(run.checkpointFiles())
                .containsExactly("best.zip", "iteration-0000000014.zip", "iteration-0000000015.zip");
    }

    @Test
    void aDamagedCheckpointIsPassedOver() throws Exception {
        Case given = families().findFirst().orElseThrow();
        TrainingRuns killed = killed(given, "killed");
        Path newest = killed.folder.resolve("checkpoints").resolve("iteration-0000000007.zip");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(newest, bytes);

        TrainingRuns again = new TrainingRuns(killed.folder);
        Trainer resumed = again.trainer(given.graph(), given.data(), settings());

        assertThat(resumed.iterations()).isEqualTo(KILLED_AT - 1);
        assertThat(again.events(RunEvent.Noted.class)).singleElement().satisfies(note -> assertThat(note.text())
                .contains("iteration-0000000007.zip"));
    }

    @Test
    void aCheckpointThatCanNotBeWrittenIsOneClearFailure() throws Exception {
        Case given = families().findFirst().orElseThrow();
        Files.writeString(folder.resolve("checkpoints"), "a file where the folder should be");
        TrainingRuns run = new TrainingRuns(folder);

        assertThatThrownBy(() ->
                        run.trainer(given.graph(), given.data(), settings()).train())
                .isInstanceOf(RunException.class)
                .hasMessageContaining("Checkpoint can not be written")
                .hasMessageContaining("checkpoints");
    }
}
