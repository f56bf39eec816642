package org.vitrine.runs.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.CommandAccepted;
import org.vitrine.runs.event.RunEvent.DeviceFellBack;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.EpochsExtended;
import org.vitrine.runs.event.RunEvent.IterationDone;
import org.vitrine.runs.event.RunEvent.RunQueued;
import org.vitrine.runs.event.RunEvent.TrainingDiverged;
import org.vitrine.runs.event.RunEvent.TrainingFinished;
import org.vitrine.runs.event.RunEvent.TrainingPaused;
import org.vitrine.runs.event.RunEvent.TrainingResumed;
import org.vitrine.runs.event.RunEvent.TrainingStarted;
import org.vitrine.runs.event.RunEvent.TrainingStopped;
import org.vitrine.runs.event.RunEvent.WorkerFailed;
import org.vitrine.runs.event.RunEvent.WorkerLaunched;
import org.vitrine.runs.event.RunEvent.WorkerStarted;
import org.vitrine.runs.event.TimedEvent;

/** The step of the fold that {@link RunState} is. */
final class RunFold {
    /** What belongs to one worker and is void when the run is queued again. */
    private static final List<Class<? extends RunEvent>> OF_ONE_WORKER = List.of(
            WorkerLaunched.class,
            WorkerStarted.class,
            DeviceFellBack.class,
            TrainingFinished.class,
            TrainingStopped.class,
            RunEvent.StoppedEarly.class,
            RunEvent.BestRestored.class,
            TrainingDiverged.class,
            RunEvent.NonFiniteLocated.class,
            WorkerFailed.class);

    private RunFold() {}

    static RunState next(RunState state, TimedEvent timed) {
        RunEvent event = timed.event();
        if (event instanceof RunEvent.Noted) {
            return state;
        }
        Map<Class<? extends RunEvent>, TimedEvent> latest = new HashMap<>(state.latestEvents());
        if (event instanceof RunQueued) {
            OF_ONE_WORKER.forEach(latest::remove);
        }
        if (event instanceof TrainingStarted started) {
            forgetFrom(started.firstIteration(), latest);
        }
        latest.put(event.getClass(), timed);
        return new RunState(
                status(state, event),
                epochsPlanned(state, event),
                event instanceof CommandAccepted accepted
                        ? Math.max(accepted.sequence(), state.acceptedCommands())
                        : state.acceptedCommands(),
                latest,
                later(state.lastEventAt().orElse(null), timed.at()),
                null);
    }

    /** A worker that went back to a checkpoint replaces what was reported after it. */
    private static void forgetFrom(int firstIteration, Map<Class<? extends RunEvent>, TimedEvent> latest) {
        latest.computeIfPresent(
                IterationDone.class,
                (kind, last) -> ((IterationDone) last.event()).iteration() >= firstIteration ? null : last);
        latest.computeIfPresent(
                EpochDone.class,
                (kind, last) -> ((EpochDone) last.event()).iteration() >= firstIteration ? null : last);
    }

    private static RunStatus status(RunState state, RunEvent event) {
        RunStatus before = state.status();
        if (event instanceof RunQueued) {
            return RunStatus.QUEUED;
        }
        if (event instanceof WorkerLaunched || event instanceof WorkerStarted) {
            // The launcher's line may come second.
            return before == RunStatus.QUEUED || event instanceof WorkerStarted ? RunStatus.STARTING : before;
        }
        if (event instanceof TrainingFinished) {
            return RunStatus.FINISHED;
        }
        if (event instanceof TrainingStopped) {
            return RunStatus.STOPPED;
        }
        if (event instanceof TrainingDiverged) {
            return RunStatus.DIVERGED;
        }
        if (event instanceof WorkerFailed) {
            return RunStatus.FAILED;
        }
        return before.isOver() ? before : statusWhileLive(state, event);
    }

    private static RunStatus statusWhileLive(RunState state, RunEvent event) {
        RunStatus before = state.status();
        if (event instanceof TrainingPaused) {
            return RunStatus.PAUSED;
        }
        if (event instanceof RunEvent.StoppedEarly
                || (event instanceof EpochDone done && done.epoch() >= state.epochsPlanned())) {
            return RunStatus.EVALUATING;
        }
        if (event instanceof TrainingStarted
                || event instanceof TrainingResumed
                || (event instanceof IterationDone && before != RunStatus.PAUSED)
                || (event instanceof EpochsExtended && before == RunStatus.EVALUATING)) {
            return RunStatus.TRAINING;
        }
        return before;
    }

    private static int epochsPlanned(RunState state, RunEvent event) {
        if (event instanceof TrainingStarted started) {
            return started.epochs();
        }
        return event instanceof EpochsExtended extended ? extended.epochs() : state.epochsPlanned();
    }

    private static Instant later(@Nullable Instant before, Instant at) {
        return before == null || at.isAfter(before) ? at : before;
    }
}
