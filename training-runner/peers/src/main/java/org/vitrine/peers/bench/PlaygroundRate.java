package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.Poller;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.command.CommandWriter;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.watch.WatchFollower;
import org.vitrine.runs.watch.WatchReader;

/** How many new pictures of the plane a second reach a window's process while a model with two inputs trains. */
final class PlaygroundRate {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(12);
    private static final int MORE_EPOCHS = 20_000;

    private PlaygroundRate() {}

    /** When a picture came, and of which iteration it is. */
    private record Arrival(long nanos, int iteration) {}

    static String measure(Path project, Path scratch) throws IOException {
        GraphDocument document = DocumentJson.read(project);
        RunDirectory run =
                new RunStore(Files.createDirectory(scratch.resolve("playground"))).create(document, new Device.Cpu());
        try (CommandWriter commands = new CommandWriter(run.commandsFile())) {
            commands.write(new WorkerCommand.TrainMore(MORE_EPOCHS));
        }
        Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
        ProcessIdentity worker = new WorkerLauncher(
                        WorkerInstallation.locate(), WorkerSettings.DEFAULT, scratch.resolve("native"))
                .launch(new WorkerTask.Train(run, new Device.Cpu()));
        ProcessHandle process = worker.handle().orElseThrow();
        Poller follower = WatchFollower.start(run.watch(), update -> update.live()
                .map(WatchReader.Live::surface)
                .ifPresent(surface -> arrivals.add(new Arrival(System.nanoTime(), surface.iteration()))));
        try {
            while (arrivals.isEmpty() && process.isAlive()) {
                LockSupport.parkNanos(1_000_000);
            }
            LockSupport.parkNanos(WARM_UP.toNanos());
            arrivals.clear();
            LockSupport.parkNanos(MEASURED.toNanos());
        } finally {
            follower.close();
            process.destroyForcibly();
        }
        return text(document.title(), List.copyOf(arrivals), run);
    }

    private static String text(String title, List<Arrival> arrivals, RunDirectory run) throws IOException {
        if (arrivals.size() < 2) {
            throw new IOException("No pictures of the plane came; see " + run.logFile());
        }
        Arrival first = arrivals.get(0);
        Arrival last = arrivals.get(arrivals.size() - 1);
        double seconds = (last.nanos - first.nanos) / 1e9;
        double longest = 0;
        for (int i = 1; i < arrivals.size(); i++) {
            longest = Math.max(longest, (arrivals.get(i).nanos - arrivals.get(i - 1).nanos) / 1e9);
        }
        return String.format(
                Locale.ROOT,
                "Playground, *%s*, a worker of its own at the default rates: **%.1f** new pictures of the decision surface a"
                        + " second reach the process that follows it (longest pause %.2f s), at %.0f iterations a second.%n",
                title,
                (arrivals.size() - 1) / seconds,
                longest,
                (last.iteration - first.iteration) / seconds);
    }
}
