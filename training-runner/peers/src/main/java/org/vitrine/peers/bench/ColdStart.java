package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;

/**
 * The time from the start of a worker to its first finished batch.
 *
 * @param project what it trains
 */
record ColdStart(Path project) implements Section {
    private static final int STARTS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(1);

    /** One start: until what, in seconds. */
    private record Start(double alive, double network, double batch, double cpu) {}

    @Override
    public String measure(Path scratch) throws IOException {
        GraphDocument document = DocumentJson.read(project);
        RunStore store = new RunStore(Files.createDirectory(scratch.resolve("runs")));
        WorkerLauncher launcher =
                new WorkerLauncher(WorkerInstallation.locate(), WorkerSettings.DEFAULT, scratch.resolve("unpacked"));
        Start first = start(launcher, store, document);
        List<Start> warm = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            warm.add(start(launcher, store, document));
        }
        return String.format(
                Locale.ROOT,
                """
                ## Start of a worker

                From the launch to the first finished batch of *%s*, in seconds; medians of %d starts.

                | | JVM runs | data loaded, network built | first batch done | processor time |
                |---|---|---|---|---|
                | Ever first, unpacking native libraries | %s |
                | Warm | %s |
                %s""",
                document.title(),
                STARTS,
                cells(List.of(first)),
                cells(warm),
                archived(launcher, store, document));
    }

    /** A row, or nothing where the worker is not made of jars. */
    private static String archived(WorkerLauncher launcher, RunStore store, GraphDocument document) throws IOException {
        if (!launcher.rehearse()) {
            return "";
        }
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(start(launcher, store, document));
        }
        return "| Warm, from the archive of classes | " + cells(starts) + " |\n";
    }

    private static String cells(List<Start> starts) {
        return String.format(
                Locale.ROOT,
                "%.2f | %.2f | **%.2f** | %.2f",
                median(starts.stream().mapToDouble(Start::alive).toArray()),
                median(starts.stream().mapToDouble(Start::network).toArray()),
                median(starts.stream().mapToDouble(Start::batch).toArray()),
                median(starts.stream().mapToDouble(Start::cpu).toArray()));
    }

    private static double median(double[] values) {
        return Medians.of(values);
    }

    private static Start start(WorkerLauncher launcher, RunStore store, GraphDocument document) throws IOException {
        RunDirectory run = store.create(document, new Device.Cpu());
        EventFollower events = EventFollower.of(run.eventsFile());
        long launched = System.nanoTime();
        ProcessIdentity worker = launcher.launch(new WorkerTask.Train(run, new Device.Cpu()));
        ProcessHandle process = worker.handle().orElseThrow();
        double alive = 0;
        double network = 0;
        try {
            while (System.nanoTime() - launched < PATIENCE.toNanos() && process.isAlive()) {
                for (TimedEvent event : events.poll()) {
                    double now = (System.nanoTime() - launched) / 1e9;
                    if (event.event() instanceof RunEvent.WorkerStarted) {
                        alive = now;
                    } else if (event.event() instanceof RunEvent.TrainingStarted) {
                        network = now;
                    } else if (event.event() instanceof RunEvent.IterationDone) {
                        double cpu = process.info()
                                        .totalCpuDuration()
                                        .map(Duration::toMillis)
                                        .orElse(0L)
                                / 1e3;
                        return new Start(alive, network, now, cpu);
                    }
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        } finally {
            process.destroyForcibly();
        }
        throw new IOException("The worker did not train; see " + run.logFile());
    }
}
