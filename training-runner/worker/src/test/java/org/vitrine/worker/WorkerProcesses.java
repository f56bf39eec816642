package org.vitrine.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.command.CommandWriter;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunState;

/** Real worker processes on the classes of this build. */
final class WorkerProcesses {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final WorkerLauncher launcher;

    WorkerProcesses() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        System.setProperty(
                "vitrine.worker.classpath",
                target.resolve("classes")
                        + java.io.File.pathSeparator
                        + Files.readString(target.resolve("worker.classpath")).strip());
        launcher = new WorkerLauncher(
                WorkerInstallation.locate(), new WorkerSettings(1024, 1, 1), target.resolve("native"));
    }

    WorkerLauncher launcher() {
        return launcher;
    }

    ProcessIdentity train(RunDirectory run) throws IOException {
        return launcher.launch(new WorkerTask.Train(run, new Device.Cpu()));
    }

    static void tell(RunDirectory run, WorkerCommand command) throws IOException {
        try (CommandWriter commands = new CommandWriter(run.commandsFile())) {
            commands.write(command);
        }
    }

    /** Waits until the run is as wished, or fails with what its log says. */
    static RunState await(RunDirectory run, Predicate<RunState> wished) throws IOException {
        EventFollower events = EventFollower.of(run.eventsFile());
        RunState state = RunState.EMPTY;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<TimedEvent> fresh = events.poll();
            for (TimedEvent event : fresh) {
                state = state.with(event);
                if (wished.test(state)) {
                    return state;
                }
            }
            if (state.status().isOver()) {
                throw new AssertionError("The run ended as " + state.status() + ": " + state.failure() + "\n"
                        + Files.readString(run.logFile()));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        throw new AssertionError("Nothing happened; the log: " + Files.readString(run.logFile()));
    }

    static void awaitEnd(ProcessIdentity process) throws Exception {
        var handle = process.handle();
        if (handle.isPresent()) {
            handle.get().onExit().get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        }
    }
}
