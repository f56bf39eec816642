package org.vitrine.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.runs.RunsView;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;

/** What panels and the list say of runs that wait, start and end. */
class BeginningTest {
    @TempDir
    Path folder;

    private RunStore store() {
        return new RunStore(folder.resolve("runs"));
    }

    private static RunDirectory queued(RunStore store, String title) throws Exception {
        GraphDocument iris = DocumentJson.read(Path.of("..", "examples", "mlp-iris.vitrine"));
        return store.create(iris.withTitle(title), new Device.Cpu());
    }

    private static void write(RunDirectory run, RunEvent... events) throws Exception {
        try (EventWriter writer = new EventWriter(run.eventsFile())) {
            for (RunEvent event : events) {
                writer.write(event);
            }
        }
    }

    private static void start(RunDirectory run) throws Exception {
        ProcessIdentity here = ProcessIdentity.current();
        write(run, new RunEvent.WorkerStarted(here.pid(), here.start(), "cpu", "CPU", java.util.Map.of()));
    }

    private static String text(RunStore store, RunDirectory run) throws Exception {
        return Beginning.text(Optional.of(run), store.entry(run).state(), store.list());
    }

    @Test
    void aQueuedRunTellsBehindWhatItWaits() throws Exception {
        RunStore store = store();
        RunDirectory first = queued(store, "alpha");
        RunDirectory second = queued(store, "beta");
        RunDirectory third = queued(store, "gamma");
        assertThat(text(store, first)).contains("queued").doesNotContain("behind");
        start(first);
        assertThat(text(store, first)).contains("worker is starting");
        assertThat(text(store, second)).contains("behind \u2018alpha\u2019.").doesNotContain("more");
        assertThat(text(store, third)).contains("behind \u2018alpha\u2019 and 1 more");
    }

    @Test
    void aRunThatTrainsOrIsNotThereNeedsNoExcuse() throws Exception {
        RunStore store = store();
        RunDirectory run = queued(store, "alpha");
        start(run);
        write(
                run,
                new RunEvent.TrainingStarted(10, 100, 10, 5, 1, 1),
                new RunEvent.IterationDone(1, 1, 0.7, 0.5, 0.001, 1000, 3, 1, 1));
        assertThat(text(store, run)).isEmpty();
        assertThat(Beginning.text(Optional.empty(), store.entry(run).state(), store.list()))
                .isEmpty();
    }

    @Test
    void aRunIsNamedByItsGraphAndWhenItWasStartedNotByItsId() throws Exception {
        RunStore store = store();
        RunDirectory run = queued(store, "alpha");
        assertThat(RunsView.name(store.entry(run)))
                .matches("alpha \u00b7 \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}")
                .doesNotContain(run.id());
    }

    @Test
    void theListTellsWhatAScoreMeasures() throws Exception {
        RunStore store = store();
        RunDirectory run = queued(store, "alpha");
        assertThat(RunsView.test(store.entry(run))).isEmpty();
        start(run);
        write(run, new RunEvent.TestEvaluated(0.1, 0.9714));
        assertThat(RunsView.test(store.entry(run))).isEqualTo("97.1% accuracy");
        GraphDocument cars = DocumentJson.read(Path.of("..", "examples", "mlp-cars.vitrine"));
        RunDirectory values = store.create(cars, new Device.Cpu());
        write(values, new RunEvent.TestEvaluated(0.1, 2.71828));
        assertThat(RunsView.test(store.entry(values))).isEqualTo("2.718 RMSE");
    }
}
