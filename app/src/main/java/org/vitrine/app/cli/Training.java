package org.vitrine.app.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.RunException;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.launch.WorkerStarter;
import org.vitrine.runs.schedule.RunControl;
import org.vitrine.runs.schedule.RunScheduler;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunReader;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;

/** Has a queued run trained and shows its progress until it is over. Ctrl+C has it write a checkpoint and stop. */
final class Training {
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private final Environment environment;
    private final RunStore store;
    private final RunControl control;
    private final AtomicBoolean interrupted = new AtomicBoolean();

    Training(Environment environment, RunStore store) {
        this.environment = environment;
        this.store = store;
        this.control = new RunControl(store, () -> {});
    }

    RunControl control() {
        return control;
    }

    /** Whether the user wants to be done. */
    boolean isInterrupted() {
        return interrupted.get();
    }

    /**
     * Returns when the run is over.
     *
     * @param reader has read what happened before
     */
    RunState follow(RunDirectory run, RunReader reader, Metric metric) throws RunException {
        Console console = environment.console();
        Progress progress = console.terminal() ? new BarProgress(console, metric) : new PlainProgress(console, metric);
        WorkerStarter starter = new WorkerStarter(environment.launcher().get());
        RunScheduler scheduler = new RunScheduler(store, starter, WorkerSettings.DEFAULT.cpuRuns(), run::equals);
        environment.interrupts().onInterrupt(() -> interrupt(run));
        scheduler.start();
        try {
            return untilOver(reader, progress);
        } finally {
            environment.interrupts().onInterrupt(null);
            progress.end();
            scheduler.close();
        }
    }

    private RunState untilOver(RunReader reader, Progress progress) throws RunException {
        long start = System.nanoTime();
        boolean told = false;
        while (true) {
            List<TimedEvent> news = reader.poll();
            RunState state = reader.state();
            progress.update(state, news);
            if (news.isEmpty()) {
                if (state.status().isOver()) {
                    return state;
                }
                if (!told && state.status() == RunStatus.QUEUED && System.nanoTime() - start > PATIENCE_NANOS) {
                    told = true;
                    tellWhatIsWaitedFor(progress);
                }
                sleep();
            }
        }
    }

    private void tellWhatIsWaitedFor(Progress progress) throws RunException {
        for (RunEntry entry : store.list()) {
            if (entry.state().isLive()) {
                progress.end();
                environment.console().say(CliTexts.format("waiting", entry.title(), entry.id()));
            }
        }
    }

    private void interrupt(RunDirectory run) {
        Console console = environment.console();
        interrupted.set(true);
        console.say("");
        console.say(CliTexts.get("stopping"));
        try {
            control.stop(run);
        } catch (RunException e) {
            console.say(String.valueOf(e.getMessage()));
        }
    }

    private static void sleep() throws RunException {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("Following the run was interrupted", "It goes on by itself", e);
        }
    }
}
