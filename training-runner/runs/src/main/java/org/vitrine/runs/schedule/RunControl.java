package org.vitrine.runs.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.command.CommandWriter;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.json.LineTail;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunRecord;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.watch.Watching;

/** What a user can ask of a run, live or over. Each method says in its exception why it can not be done now. */
public final class RunControl {
    private final RunStore store;
    private final Runnable wakeScheduler;

    /** Controls the runs of a store; {@code wakeScheduler} is called when one was queued. */
    public RunControl(RunStore store, Runnable wakeScheduler) {
        this.store = store;
        this.wakeScheduler = wakeScheduler;
    }

    public void pause(RunDirectory run) throws RunException {
        RunEntry entry = store.entry(run);
        if (!entry.state().isLive()) {
            throw refused(entry, "can not be paused", "Only a run that is training can be paused");
        }
        send(run, new WorkerCommand.Pause());
    }

    /** Goes on after a pause, or from the last checkpoint of a run that stopped or failed. */
    public void resume(RunDirectory run) throws RunException {
        RunEntry entry = store.entry(run);
        if (entry.state().isLive()) {
            send(run, new WorkerCommand.Resume());
        } else {
            requeue(run, 0);
        }
    }

    /** Has the worker write a checkpoint, evaluate and end; takes a queued run out of the queue. */
    public void stop(RunDirectory run) throws RunException {
        if (store.entry(run).state().status() == RunStatus.QUEUED) {
            cancel(run);
        }
        RunEntry entry = store.entry(run);
        if (entry.state().isLive()) {
            send(run, new WorkerCommand.Stop());
        } else if (entry.state().status() != RunStatus.STOPPED) {
            throw refused(entry, "can not be stopped", "It is over already");
        }
    }

    /** Trains {@code epochs} more than planned; a run that is over goes on from its checkpoint. */
    public void trainMore(RunDirectory run, int epochs) throws RunException {
        if (epochs < 1) {
            throw new RunException("Can not train " + epochs + " more epochs", "Ask for one epoch or more");
        }
        RunEntry entry = store.entry(run);
        if (entry.state().isLive() || entry.state().status() == RunStatus.QUEUED) {
            send(run, new WorkerCommand.TrainMore(epochs));
        } else {
            requeue(run, epochs);
        }
    }

    /** Has the run watch other things from now on, and when it goes on. */
    public void watch(RunDirectory run, Watching watching) throws RunException {
        RunRecord record = run.readRecord();
        run.writeRecord(record.withRates(record.ratesOrDefault().withWatching(watching)));
        if (store.entry(run).state().isLive()) {
            send(run, new WorkerCommand.Watch(watching));
        }
    }

    /** Takes a run out of the queue. Does nothing if it started in the meantime. */
    public void cancel(RunDirectory run) throws RunException {
        store.exclusively(() -> {
            RunState state = store.entry(run).state();
            if (state.status() == RunStatus.QUEUED) {
                int epoch = state.lastEpoch().map(RunEvent.EpochDone::epoch).orElse(0);
                write(run, new RunEvent.TrainingStopped(epoch, state.iterationsDone()));
            }
        });
    }

    /** Ends the worker process at once, for one that does not answer. What was trained since the last checkpoint is lost. */
    public void endNow(RunDirectory run) throws RunException {
        RunEntry entry = store.entry(run);
        if (!entry.state().isLive()) {
            throw refused(entry, "can not be ended", "It is over already");
        }
        entry.state().worker().flatMap(ProcessIdentity::handle).ifPresent(ProcessHandle::destroyForcibly);
    }

    private void requeue(RunDirectory run, int moreEpochs) throws RunException {
        store.exclusively(() -> {
            RunEntry entry = store.entry(run);
            RunState state = entry.state();
            if (!state.status().isOver()) {
                throw refused(entry, "can not go on", "It is waiting or training already");
            }
            if (state.lastCheckpoint().isEmpty()) {
                throw refused(entry, "can not go on", "It has no checkpoint: start a new run");
            }
            if (moreEpochs == 0 && state.status() == RunStatus.FINISHED) {
                throw refused(entry, "can not go on", "All its epochs are done: train more epochs");
            }
            write(run, new RunEvent.RunQueued(lines(run)));
            if (moreEpochs > 0) {
                send(run, new WorkerCommand.TrainMore(moreEpochs));
            }
        });
        wakeScheduler.run();
    }

    private static int lines(RunDirectory run) throws RunException {
        AtomicInteger lines = new AtomicInteger();
        new LineTail(run.commandsFile()).poll(Integer.MAX_VALUE, line -> lines.incrementAndGet());
        return lines.get();
    }

    private static void send(RunDirectory run, WorkerCommand command) throws RunException {
        try (CommandWriter commands = new CommandWriter(run.commandsFile())) {
            commands.write(command);
        }
    }

    private static void write(RunDirectory run, RunEvent event) throws RunException {
        try (EventWriter events = new EventWriter(run.eventsFile())) {
            events.write(event);
        }
    }

    private static RunException refused(RunEntry entry, String what, String cure) {
        return new RunException("The run '" + entry.title() + "' (" + entry.id() + ") " + what, cure);
    }
}
