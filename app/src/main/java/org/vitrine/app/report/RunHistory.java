package org.vitrine.app.report;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.charts.render.Points;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.IterationDone;
import org.vitrine.runs.event.RunEvent.TrainingStarted;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.RunDirectory;

/** What a run measured while it trained. What was trained again after a checkpoint counts once. */
final class RunHistory {
    private final List<IterationDone> iterations = new ArrayList<>();
    private final List<EpochDone> epochs = new ArrayList<>();

    /** One number of a measurement. */
    interface Value<T> {
        double of(T measurement);
    }

    static RunHistory read(RunDirectory run) throws RunException {
        RunHistory history = new RunHistory();
        EventFollower follower = EventFollower.of(run.eventsFile());
        for (List<TimedEvent> events = follower.poll(); !events.isEmpty(); events = follower.poll()) {
            events.forEach(history::take);
        }
        return history;
    }

    private void take(TimedEvent timed) {
        if (timed.event() instanceof TrainingStarted started) {
            iterations.removeIf(done -> done.iteration() >= started.firstIteration());
            epochs.removeIf(done -> done.iteration() >= started.firstIteration());
        } else if (timed.event() instanceof IterationDone done) {
            iterations.add(done);
        } else if (timed.event() instanceof EpochDone done) {
            epochs.add(done);
        }
    }

    List<EpochDone> epochs() {
        return epochs;
    }

    boolean isEmpty() {
        return iterations.isEmpty();
    }

    /** Whether any epoch was validated. */
    boolean hasValidation() {
        return epochs.stream().anyMatch(done -> !Double.isNaN(done.validationLoss()));
    }

    /** A measurement of each reported iteration. */
    Points byIteration(Value<IterationDone> value) {
        return Points.of(
                iterations.stream().mapToDouble(IterationDone::iteration).toArray(),
                iterations.stream().mapToDouble(value::of).toArray());
    }

    /** A measurement of each epoch, at its last iteration. */
    Points byEpoch(Value<EpochDone> value) {
        return Points.of(
                epochs.stream().mapToDouble(EpochDone::iteration).toArray(),
                epochs.stream().mapToDouble(value::of).toArray());
    }
}
