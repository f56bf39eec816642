package org.vitrine.runs.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.ProcessLiveness;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.CheckpointSaved;
import org.vitrine.runs.event.RunEvent.DeviceFellBack;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.IterationDone;
import org.vitrine.runs.event.RunEvent.TestEvaluated;
import org.vitrine.runs.event.RunEvent.TrainingDiverged;
import org.vitrine.runs.event.RunEvent.TrainingStarted;
import org.vitrine.runs.event.RunEvent.WorkerFailed;
import org.vitrine.runs.event.RunEvent.WorkerLaunched;
import org.vitrine.runs.event.RunEvent.WorkerStarted;
import org.vitrine.runs.event.TimedEvent;

/**
 * Where a run stands: a fold over its events, immutable. Holds the latest event of each kind that still counts.
 */
public final class RunState {
    /** Before the first event. */
    public static final RunState EMPTY = new RunState(RunStatus.QUEUED, 0, -1, Map.of(), null, null);

    private final RunStatus status;
    private final int epochsPlanned;
    private final int acceptedCommands;
    private final Map<Class<? extends RunEvent>, TimedEvent> latest;
    private final @Nullable Instant lastEventAt;
    private final @Nullable Failure failure;

    RunState(
            RunStatus status,
            int epochsPlanned,
            int acceptedCommands,
            Map<Class<? extends RunEvent>, TimedEvent> latest,
            @Nullable Instant lastEventAt,
            @Nullable Failure failure) {
        this.status = status;
        this.epochsPlanned = epochsPlanned;
        this.acceptedCommands = acceptedCommands;
        this.latest = latest;
        this.lastEventAt = lastEventAt;
        this.failure = failure;
    }

    /** The state after one more event. */
    public RunState with(TimedEvent event) {
        return RunFold.next(this, event);
    }

    /** The state after some more events, oldest first. */
    public RunState with(List<TimedEvent> events) {
        RunState state = this;
        for (int i = 0; i < events.size(); i++) {
            // Of iterations in a row only the last one is seen.
            if (!isIteration(events, i) || !isIteration(events, i + 1)) {
                state = state.with(events.get(i));
            }
        }
        return state;
    }

    private static boolean isIteration(List<TimedEvent> events, int index) {
        return index < events.size() && events.get(index).event() instanceof IterationDone;
    }

    /**
     * The state as seen now: a run whose worker is gone without an end has failed.
     *
     * @param diagnosis tells why it may have ended
     */
    public RunState seenWith(ProcessLiveness liveness, Function<RunState, Failure> diagnosis) {
        boolean gone = isLive() && worker().isPresent() && !liveness.isAlive(worker().get());
        return gone
                ? new RunState(
                        RunStatus.FAILED, epochsPlanned, acceptedCommands, latest, lastEventAt, diagnosis.apply(this))
                : this;
    }

    /** As {@link #seenWith(ProcessLiveness, Function)}, with nothing known but that the worker is gone. */
    public RunState seenWith(ProcessLiveness liveness) {
        return seenWith(
                liveness,
                state -> new Failure(state.endedWithoutAWord() + " (killed, or out of memory)", state.wayOn()));
    }

    public RunStatus status() {
        return status;
    }

    /** Whether a worker is at it, or should be. */
    public boolean isLive() {
        return status != RunStatus.QUEUED && !status.isOver();
    }

    /** Whether the run can go on from a checkpoint. */
    public boolean isResumable() {
        return status.isOver()
                && status != RunStatus.FINISHED
                && lastCheckpoint().isPresent();
    }

    /** The latest event of a kind, if it still counts. */
    public <E extends RunEvent> Optional<E> latest(Class<E> kind) {
        return Optional.ofNullable(latest.get(kind)).map(TimedEvent::event).map(kind::cast);
    }

    public Optional<IterationDone> lastIteration() {
        return latest(IterationDone.class);
    }

    public Optional<EpochDone> lastEpoch() {
        return latest(EpochDone.class);
    }

    public Optional<TrainingStarted> started() {
        return latest(TrainingStarted.class);
    }

    public Optional<CheckpointSaved> lastCheckpoint() {
        return latest(CheckpointSaved.class);
    }

    public Optional<TrainingDiverged> diverged() {
        return latest(TrainingDiverged.class);
    }

    /** What holds for the run's numbers, once the worker told. */
    public Optional<RunEvent.GuaranteesGiven> guarantees() {
        return latest(RunEvent.GuaranteesGiven.class);
    }

    /** Why training ended before its last epoch, if it did by itself. */
    public Optional<RunEvent.StoppedEarly> stoppedEarly() {
        return latest(RunEvent.StoppedEarly.class);
    }

    public Optional<TestEvaluated> test() {
        return latest(TestEvaluated.class);
    }

    public Optional<DeviceFellBack> fallback() {
        return latest(DeviceFellBack.class);
    }

    /** Epochs planned in all; 0 until training starts. */
    public int epochsPlanned() {
        return epochsPlanned;
    }

    /** The last command that a worker accepted, -1 if none. */
    public int acceptedCommands() {
        return acceptedCommands;
    }

    /** When the run was queued last. */
    public Optional<Instant> queuedAt() {
        return Optional.ofNullable(latest.get(RunEvent.RunQueued.class)).map(TimedEvent::at);
    }

    /** Lines in the command file when the run was queued last. */
    public int commandsBefore() {
        return latest(RunEvent.RunQueued.class)
                .map(RunEvent.RunQueued::commandsBefore)
                .orElse(0);
    }

    /** The worker process, once it was launched. */
    public Optional<ProcessIdentity> worker() {
        return latest(WorkerStarted.class)
                .map(started -> new ProcessIdentity(started.pid(), started.processStart()))
                .or(() -> latest(WorkerLaunched.class)
                        .map(launched -> new ProcessIdentity(launched.pid(), launched.processStart())));
    }

    /** The device that is used, once the worker told. */
    public Optional<Device> device() {
        return fallback()
                .map(DeviceFellBack::used)
                .or(() -> latest(WorkerStarted.class).map(WorkerStarted::device))
                .map(Device::parse);
    }

    /** The device in words, once the worker told. */
    public Optional<String> deviceName() {
        return latest(WorkerStarted.class).map(WorkerStarted::deviceName);
    }

    /** Why the run failed, if it did. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure)
                .or(() -> latest(WorkerFailed.class).map(failed -> new Failure(failed.what(), failed.cure())));
    }

    /** Iterations done, of {@link #iterationsPlanned()}. */
    public int iterationsDone() {
        return lastIteration()
                .map(IterationDone::iteration)
                .orElse(started().map(start -> start.firstIteration() - 1).orElse(0));
    }

    /** Iterations of all planned epochs; 0 until training starts. */
    public int iterationsPlanned() {
        return started()
                .map(start -> start.iterationsPerEpoch() * epochsPlanned)
                .orElse(0);
    }

    /** Share of the planned iterations that are done, 0 to 1. */
    public double progress() {
        int planned = iterationsPlanned();
        return planned == 0 ? 0 : Math.min(1, (double) iterationsDone() / planned);
    }

    /** Seconds to the end of the last epoch, while training. */
    public OptionalDouble etaSeconds() {
        return status == RunStatus.TRAINING && lastIteration().isPresent()
                ? OptionalDouble.of(lastIteration().get().etaSeconds())
                : OptionalDouble.empty();
    }

    /** When the last event was written. */
    public Optional<Instant> lastEventAt() {
        return Optional.ofNullable(lastEventAt);
    }

    /** Time since training started or went on, to its end or to {@code now}. */
    public Optional<Duration> elapsed(Instant now) {
        TimedEvent start = latest.get(TrainingStarted.class);
        if (start == null) {
            return Optional.empty();
        }
        Instant end = status.isOver() && lastEventAt != null ? lastEventAt : now;
        return Optional.of(Duration.between(start.at(), end));
    }

    /** Where a run stood when its worker vanished, as the start of a sentence. */
    String endedWithoutAWord() {
        String where =
                lastIteration().map(last -> "at iteration " + last.iteration()).orElse("before the first iteration");
        return "The worker ended without a word " + where;
    }

    /** How to go on after a failure. */
    String wayOn() {
        return lastCheckpoint()
                .map(saved -> "Resume the run from its checkpoint at iteration " + saved.iteration())
                .orElse("There is no checkpoint yet: start a new run");
    }

    Map<Class<? extends RunEvent>, TimedEvent> latestEvents() {
        return latest;
    }
}
