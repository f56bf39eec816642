package org.vitrine.worker.train;

import java.util.List;
import java.util.Optional;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.CommandReader;
import org.vitrine.runs.command.NumberedCommand;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunRecord;
import org.vitrine.runs.watch.Watching;

/** What the user asked of a running training, gathered from commands. */
public final class Control {

    /** New commands since the last call. */
    @FunctionalInterface
    public interface Commands {
        List<NumberedCommand> poll() throws RunException;
    }

    /** Tells why training should end although nobody asked, such as a parent that is gone. */
    @FunctionalInterface
    public interface Guard {
        /** A reason to stop, or an empty text. */
        String reasonToStop();
    }

    private static final long POLL_NANOS = 100_000_000;
    private static final long PAUSED_MILLIS = 50;

    private final Commands commands;
    private final Guard guard;
    private final EventSink events;
    private boolean paused;
    private boolean stopped;
    private int extraEpochs;
    private Optional<Watching> watching = Optional.empty();
    private long lastPoll = System.nanoTime() - POLL_NANOS;

    public Control(Commands commands, Guard guard, EventSink events) {
        this.commands = commands;
        this.guard = guard;
        this.events = events;
    }

    /** The control of a run by its command file and, if the run ends with it, the process that started it. */
    public static Control of(RunDirectory run, EventSink events) throws RunException {
        RunRecord record = run.readRecord();
        CommandReader commands = run.openCommands(run.readState(), text -> {
            try {
                events.write(new RunEvent.Noted(text));
            } catch (RunException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return new Control(commands::poll, new ParentGuard(record), events);
    }

    /** Reads new commands, at most ten times a second. */
    public void look() throws RunException {
        if (System.nanoTime() - lastPoll >= POLL_NANOS) {
            lookNow();
        }
    }

    /** Reads new commands. */
    public void lookNow() throws RunException {
        lastPoll = System.nanoTime();
        for (NumberedCommand numbered : commands.poll()) {
            WorkerCommand command = numbered.command();
            if (command instanceof WorkerCommand.Pause) {
                paused = true;
            } else if (command instanceof WorkerCommand.Resume) {
                paused = false;
            } else if (command instanceof WorkerCommand.Stop || command instanceof WorkerCommand.Close) {
                stopped = true;
            } else if (command instanceof WorkerCommand.TrainMore more) {
                extraEpochs += Math.max(0, more.epochs());
            } else if (command instanceof WorkerCommand.Watch watch) {
                watching = Optional.of(watch.watching());
            } else if (command instanceof WorkerCommand.Attribute attribute) {
                events.write(new SessionEvent.RequestFailed(
                        attribute.request(), "This worker trains; explanations need a session worker"));
            }
            events.write(new RunEvent.CommandAccepted(numbered.sequence()));
        }
        String reason = stopped ? "" : guard.reasonToStop();
        if (!reason.isEmpty()) {
            events.write(new RunEvent.Noted(reason));
            stopped = true;
        }
    }

    /** Waits while paused; reports pause and resume at this iteration. */
    public void waitWhilePaused(int iteration) throws RunException {
        if (!paused || stopped) {
            return;
        }
        events.write(new RunEvent.TrainingPaused(iteration));
        while (paused && !stopped) {
            try {
                Thread.sleep(PAUSED_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
            lookNow();
        }
        if (!stopped) {
            events.write(new RunEvent.TrainingResumed(iteration));
        }
    }

    public boolean isPaused() {
        return paused;
    }

    public boolean isStopped() {
        return stopped;
    }

    /** What to watch, if that changed since the last call. */
    Optional<Watching> takeWatching() {
        Optional<Watching> taken = watching;
        watching = Optional.empty();
        return taken;
    }

    /** Epochs asked for since the last call. */
    int takeExtraEpochs() {
        int taken = extraEpochs;
        extraEpochs = 0;
        return taken;
    }
}
