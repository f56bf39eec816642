package org.vitrine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Schedule;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.RunEvent.IterationDone;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.Rates;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;

/**
 * Kills real workers at random moments. How often each run is killed: the system property {@code vitrine.test.kills}, once
 * in plain builds and ten times in the profile {@code kills}.
 */
class KilledWorkersTest {
    private static final int KILLS = Integer.getInteger("vitrine.test.kills", 1);
    private static final int EPOCHS = 2 + KILLS / 4;

    @TempDir
    Path folder;

    record Family(String name, ModelGraph graph, String dataset) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Family> families() {
        return Stream.of(
                new Family("CNN with dropout", Models.cnn(), "digits"),
                new Family("LSTM", Models.lstm(8), "token-order"),
                new Family("Transformer", Models.transformer(8, 12, 0.1), "token-order"));
    }

    private RunDirectory run(Family family, String title) throws Exception {
        RunDirectory run = new RunStore(folder)
                .create(
                        new GraphDocument(
                                title,
                                "",
                                DataReference.of(family.dataset()),
                                family.graph(),
                                Map.of(),
                                Settings.with(Settings.adam(EPOCHS, 16, 0.005), Schedule.COSINE, 0.1)),
                        new Device.Cpu());
        run.writeRecord(run.readRecord().withRates(new Rates(0, 0.1)));
        return run;
    }

    @ParameterizedTest
    @MethodSource("families")
    void killedRunsRepeatEveryLossBitByBit(Family family) throws Exception {
        WorkerProcesses workers = new WorkerProcesses();
        RunDirectory whole = run(family, "whole");
        WorkerProcesses.awaitEnd(workers.train(whole));
        assertThat(whole.readState().status()).isEqualTo(RunStatus.FINISHED);
        Map<Integer, IterationDone> expected = new HashMap<>();
        iterations(whole).forEach(done -> expected.put(done.iteration(), done));
        int all = whole.readState().iterationsPlanned();
        assertThat(expected).hasSize(all);

        RunDirectory killed = run(family, "killed");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            int moment = (int) ((kill + random.nextDouble()) * 0.95 * all / KILLS);
            ProcessIdentity worker = workers.train(killed);
            WorkerProcesses.await(
                    killed,
                    state -> (state.lastCheckpoint().isPresent() && state.iterationsDone() >= moment)
                            || state.status().isOver());
            worker.handle().ifPresent(ProcessHandle::destroyForcibly);
            WorkerProcesses.awaitEnd(worker);
            assertThat(killed.readState().status())
                    .as("seed %d, kill %d", seed, kill)
                    .isEqualTo(RunStatus.FAILED);
        }
        WorkerProcesses.awaitEnd(workers.train(killed));

        List<IterationDone> repeated = iterations(killed);
        assertThat(repeated).hasSizeGreaterThanOrEqualTo(all);
        assertThat(repeated).as("seed %d", seed).allSatisfy(done -> {
            IterationDone wanted = Objects.requireNonNull(expected.get(done.iteration()));
            assertThat(done.loss()).isEqualTo(wanted.loss());
            assertThat(done.metric()).isEqualTo(wanted.metric());
            assertThat(done.learningRate()).isEqualTo(wanted.learningRate());
        });
        assertThat(killed.readState().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(killed.readState().test()).isEqualTo(whole.readState().test());
        assertThat(killed.readState().guarantees().orElseThrow().exactResume()).isTrue();
    }

    private static List<IterationDone> iterations(RunDirectory run) throws Exception {
        EventFollower events = EventFollower.of(run.eventsFile());
        List<IterationDone> found = new ArrayList<>();
        for (List<TimedEvent> some = events.poll(); !some.isEmpty(); some = events.poll()) {
            some.stream()
                    .map(TimedEvent::event)
                    .filter(IterationDone.class::isInstance)
                    .map(IterationDone.class::cast)
                    .forEach(found::add);
        }
        return found;
    }
}
