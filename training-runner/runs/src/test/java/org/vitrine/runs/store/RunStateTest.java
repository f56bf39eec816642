package org.vitrine.runs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.CheckpointSaved;
import org.vitrine.runs.event.RunEvent.CommandAccepted;
import org.vitrine.runs.event.RunEvent.DeviceFellBack;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.EpochsExtended;
import org.vitrine.runs.event.RunEvent.Noted;
import org.vitrine.runs.event.RunEvent.RunQueued;
import org.vitrine.runs.event.RunEvent.TestEvaluated;
import org.vitrine.runs.event.RunEvent.TrainingDiverged;
import org.vitrine.runs.event.RunEvent.TrainingFinished;
import org.vitrine.runs.event.RunEvent.TrainingPaused;
import org.vitrine.runs.event.RunEvent.TrainingResumed;
import org.vitrine.runs.event.RunEvent.TrainingStopped;
import org.vitrine.runs.event.RunEvent.WorkerFailed;
import org.vitrine.runs.event.RunEvent.WorkerLaunched;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.testing.Runs;

class RunStateTest {
    private static final ProcessIdentity WORKER = new ProcessIdentity(77, 5000);

    @Test
    void aRunGoesThroughItsStatesToTheEnd() {
        RunState state = RunState.EMPTY;
        state = expect(RunStatus.QUEUED, state, new RunQueued(0));
        state = expect(RunStatus.STARTING, state, new WorkerLaunched(77, 5000));
        state = expect(RunStatus.STARTING, state, Runs.worker(WORKER));
        state = expect(RunStatus.TRAINING, state, Runs.training(1));
        state = expect(RunStatus.TRAINING, state, Runs.iteration(1));
        state = expect(RunStatus.PAUSED, state, new TrainingPaused(1));
        state = expect(RunStatus.TRAINING, state, new TrainingResumed(1));
        state = expect(RunStatus.TRAINING, state, epoch(1));
        state = expect(RunStatus.EVALUATING, state, epoch(3));
        state = expect(RunStatus.TRAINING, state, new EpochsExtended(5));
        state = expect(RunStatus.EVALUATING, state, epoch(5));
        state = expect(RunStatus.EVALUATING, state, new TestEvaluated(0.1, 0.97));
        state = expect(RunStatus.FINISHED, state, new TrainingFinished(5, 50, 12.5));
        assertThat(state.epochsPlanned()).isEqualTo(5);
        assertThat(state.test()).contains(new TestEvaluated(0.1, 0.97));
        assertThat(state.isLive()).isFalse();
    }

    @Test
    void progressCountsIterationsOfAllPlannedEpochs() {
        RunState state = fold(Runs.worker(WORKER), Runs.training(1));
        assertThat(state.progress()).isZero();
        assertThat(state.iterationsPlanned()).isEqualTo(30);
        state = fold(Runs.worker(WORKER), Runs.training(1), Runs.iteration(15));
        assertThat(state.progress()).isEqualTo(0.5);
        assertThat(state.etaSeconds()).hasValue(12);
    }

    @Test
    void theLaunchersLineMayComeSecond() {
        assertThat(fold(new RunQueued(0), Runs.worker(WORKER), Runs.training(1), new WorkerLaunched(77, 5000))
                        .status())
                .isEqualTo(RunStatus.TRAINING);
    }

    @Test
    void aWorkerThatGoesBackToACheckpointReplacesWhatCameAfterIt() {
        RunState state = fold(
                Runs.training(1),
                Runs.iteration(10),
                epoch(1),
                new CheckpointSaved(10, 1, "checkpoints/10"),
                Runs.iteration(17),
                new WorkerFailed("what", "cure"),
                new RunQueued(0),
                Runs.worker(WORKER),
                Runs.training(11));
        assertThat(state.lastIteration()).isEmpty();
        assertThat(state.iterationsDone()).isEqualTo(10);
        assertThat(state.lastEpoch()).map(EpochDone::epoch).hasValue(1);
        assertThat(state.failure()).isEmpty();
    }

    @Test
    void queueingAgainForgetsTheEndButNotTheProgress() {
        RunState state = fold(
                Runs.worker(WORKER),
                Runs.training(1),
                new EpochsExtended(7),
                new CommandAccepted(2),
                new CheckpointSaved(20, 2, "checkpoints/20"),
                new TrainingDiverged(25, "NaN", List.of("lower the learning rate")),
                new RunQueued(3));
        assertThat(state.status()).isEqualTo(RunStatus.QUEUED);
        assertThat(state.diverged()).isEmpty();
        assertThat(state.worker()).isEmpty();
        assertThat(state.epochsPlanned()).isEqualTo(7);
        assertThat(state.acceptedCommands()).isEqualTo(2);
        assertThat(state.commandsBefore()).isEqualTo(3);
        assertThat(state.lastCheckpoint()).isPresent();
    }

    @Test
    void aRunWhoseWorkerIsGoneHasFailedAndSaysWhere() {
        RunState live = fold(Runs.worker(WORKER), Runs.training(1), Runs.iteration(12));
        RunState seen = live.seenWith(process -> !process.equals(WORKER));
        assertThat(seen.status()).isEqualTo(RunStatus.FAILED);
        assertThat(seen.failure().orElseThrow().what())
                .isEqualTo("The worker ended without a word at iteration 12 (killed, or out of memory)");
        assertThat(seen.isResumable()).isFalse();
        assertThat(live.with(at(5, new CheckpointSaved(10, 1, "c")))
                        .seenWith(process -> false)
                        .isResumable())
                .isTrue();
    }

    @Test
    void aLiveWorkerOrAnEndLeavesTheStateAsItIs() {
        RunState live = fold(Runs.worker(WORKER), Runs.training(1));
        assertThat(live.seenWith(process -> true)).isSameAs(live);
        RunState over = live.with(at(5, new TrainingStopped(1, 3)));
        assertThat(over.seenWith(process -> false)).isSameAs(over);
        assertThat(RunState.EMPTY.seenWith(process -> false)).isSameAs(RunState.EMPTY);
    }

    @Test
    void theUsedDeviceIsTheOneFallenBackTo() {
        RunState state = fold(new WorkerLaunched(77, 5000), new DeviceFellBack("cuda:0", "cpu", "no driver"));
        assertThat(state.device()).contains(new Device.Cpu());
        assertThat(state.fallback()).map(DeviceFellBack::reason).hasValue("no driver");
    }

    @Test
    void lateWordsDoNotReviveARun() {
        assertThat(fold(Runs.training(1), new TrainingStopped(1, 3), Runs.iteration(4))
                        .status())
                .isEqualTo(RunStatus.STOPPED);
    }

    @Test
    void notesChangeNothing() {
        RunState state = fold(Runs.training(1));
        assertThat(state.with(at(9, new Noted("hello")))).isSameAs(state);
    }

    @Test
    void timeRunsFromTheStartOfTrainingToTheEnd() {
        RunState state = RunState.EMPTY.with(List.of(at(10, Runs.training(1)), at(14, Runs.iteration(2))));
        assertThat(state.elapsed(Instant.ofEpochSecond(20))).contains(Duration.ofSeconds(10));
        assertThat(state.with(at(15, new TrainingStopped(1, 2))).elapsed(Instant.ofEpochSecond(20)))
                .contains(Duration.ofSeconds(5));
    }

    private static RunState expect(RunStatus status, RunState before, RunEvent event) {
        RunState after = before.with(at(1, event));
        assertThat(after.status()).as("after %s", event).isEqualTo(status);
        return after;
    }

    private static RunState fold(RunEvent... events) {
        RunState state = RunState.EMPTY;
        for (RunEvent event : events) {
            state = state.with(at(1, event));
        }
        return state;
    }

    private static TimedEvent at(long second, RunEvent event) {
        return new TimedEvent(Instant.ofEpochSecond(second), event);
    }

    private static EpochDone epoch(int epoch) {
        return new EpochDone(epoch, epoch * 10, 0.5, 0.9, 0.6, 0.8, 2);
    }
}
