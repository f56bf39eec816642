package org.vitrine.runs.store;

import java.util.List;
import org.vitrine.runs.ProcessLiveness;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.TimedEvent;

/** Reads on in a run and keeps its state. A look at a run that does not move is cheap. Not safe for several threads. */
public final class RunReader {
    private final RunDirectory directory;
    private final EventFollower events;
    private final ProcessLiveness liveness;
    private RunState folded = RunState.EMPTY;
    private RunState seen = RunState.EMPTY;

    private RunReader(RunDirectory directory, EventFollower events, ProcessLiveness liveness) {
        this.directory = directory;
        this.events = events;
        this.liveness = liveness;
    }

    /** Reads every event. */
    public static RunReader of(RunDirectory directory) {
        return of(directory, ProcessLiveness.SYSTEM);
    }

    public static RunReader of(RunDirectory directory, ProcessLiveness liveness) {
        return new RunReader(directory, EventFollower.of(directory.eventsFile()), liveness);
    }

    /** Leaves out iterations that do not matter for the state. */
    public static RunReader summaryOf(RunDirectory directory) {
        return summaryOf(directory, ProcessLiveness.SYSTEM);
    }

    public static RunReader summaryOf(RunDirectory directory, ProcessLiveness liveness) {
        return new RunReader(directory, EventFollower.summaryOf(directory.eventsFile()), liveness);
    }

    /** New events, some thousands at most. Empty when all were read: then {@link #state()} is that of now. */
    public List<TimedEvent> poll() throws RunException {
        // Looked at before the events: a worker that ends in between has left its last word.
        RunState before = seen.status().isOver() ? seen : folded.seenWith(liveness, this::diagnose);
        List<TimedEvent> news = events.poll();
        folded = folded.with(news);
        seen = news.isEmpty() ? before : folded;
        return news;
    }

    /** Reads all there is. */
    public RunState readAll() throws RunException {
        while (!poll().isEmpty()) {
            // Each poll takes some thousands.
        }
        return seen;
    }

    public RunState state() {
        return seen;
    }

    private Failure diagnose(RunState state) {
        return WorkerEnd.diagnose(directory, state);
    }
}
