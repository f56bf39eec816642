package org.vitrine.runs.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a run. In the file each line is an object with {@code event}, {@code at} and the components.
 * Workers write all but {@link RunQueued} and {@link WorkerLaunched}. {@link TrainingFinished}, {@link TrainingStopped},
 * {@link TrainingDiverged} and {@link WorkerFailed} end a run: they are the last thing that a worker writes, after its
 * test evaluation.
 */
public sealed interface RunEvent
        permits RunEvent.RunQueued,
                RunEvent.WorkerLaunched,
                RunEvent.CommandAccepted,
                RunEvent.DataLoaded,
                RunEvent.WorkerStarted,
                RunEvent.DeviceFellBack,
                RunEvent.TrainingStarted,
                RunEvent.IterationDone,
                RunEvent.LayersTimed,
                RunEvent.EpochDone,
                RunEvent.GuaranteesGiven,
                RunEvent.StoppedEarly,
                RunEvent.BestRestored,
                RunEvent.CheckpointSaved,
                RunEvent.TrainingPaused,
                RunEvent.TrainingResumed,
                RunEvent.EpochsExtended,
                RunEvent.TestEvaluated,
                RunEvent.TrainingFinished,
                RunEvent.TrainingStopped,
                RunEvent.NonFiniteLocated,
                RunEvent.TrainingDiverged,
                RunEvent.WorkerFailed,
                RunEvent.Noted,
                RunEvent.CalibrationAdvanced,
                RunEvent.Calibrated,
                RunEvent.DeviceFound,
                SessionEvent {
    /**
     * The run waits for its turn, for the first time or to go on from its checkpoint (written by the workbench).
     *
     * @param commandsBefore lines in {@code commands.jsonl} so far; those that no worker accepted are void
     */
    record RunQueued(int commandsBefore) implements RunEvent {}

    /** A worker process was started (written by the workbench). {@code processStart} as in {@link WorkerStarted}. */
    record WorkerLaunched(long pid, long processStart) implements RunEvent {}

    /** The command on line {@code sequence}, from 0, was taken and need not be obeyed again. */
    record CommandAccepted(int sequence) implements RunEvent {}

    /** The data are there, told any time before training ends; {@code fingerprint} is the SHA-256 over all parts, in hex. */
    record DataLoaded(String dataset, String fingerprint, int train, int validation, int test) implements RunEvent {}

    /**
     * The worker process is up.
     *
     * @param processStart start time of the process, epoch milliseconds; with the PID it tells whether it still lives
     * @param deviceName in words, such as "CPU, 2 threads, oneDNN AVX2"
     * @param versions library name to version
     */
    record WorkerStarted(long pid, long processStart, String device, String deviceName, Map<String, String> versions)
            implements RunEvent {}

    /** A wished-for device could not be used and another was taken. */
    record DeviceFellBack(String wished, String used, String reason) implements RunEvent {}

    /**
     * Data are loaded and the network is built.
     *
     * @param epochs planned in all
     * @param firstIteration the next one, from 1; greater than 1 after a checkpoint was restored. Iterations and epochs
     *     from here on replace those that were reported before
     * @param firstEpoch the epoch it belongs to, from 1
     */
    record TrainingStarted(
            long parameters, int trainExamples, int iterationsPerEpoch, int epochs, int firstIteration, int firstEpoch)
            implements RunEvent {}

    /**
     * An iteration ended. Reported at most some 20 times a second.
     *
     * @param iteration from 1
     * @param epoch from 1, the one in progress
     * @param loss of the batch, regularisation included
     * @param metric accuracy of the batch (classes) or RMSE (values)
     * @param etaSeconds to the end of the last epoch
     */
    record IterationDone(
            int iteration,
            int epoch,
            double loss,
            double metric,
            double learningRate,
            double examplesPerSecond,
            double etaSeconds,
            long heapBytes,
            long nativeBytes)
            implements RunEvent {}

    /**
     * How long the layers took in {@code steps} iterations after the first ones, which are slower.
     *
     * @param iteration the last of them, from 1
     * @param stepSeconds median of a whole iteration; what the layers leave of it went into the loss, the update, and waiting
     */
    record LayersTimed(int iteration, int steps, double stepSeconds, List<LayerTime> layers) implements RunEvent {
        public LayersTimed {
            layers = List.copyOf(layers);
        }
    }

    /** How long one node took in an iteration: a median over iterations and the threads that share a batch. */
    record LayerTime(String node, double forwardSeconds, double backwardSeconds) {
        public double seconds() {
            return forwardSeconds + backwardSeconds;
        }
    }

    /** An epoch ended; metric as in {@link IterationDone}. Validation values are NaN if there is no validation part. */
    record EpochDone(
            int epoch,
            int iteration,
            double trainLoss,
            double trainMetric,
            double validationLoss,
            double validationMetric,
            double seconds)
            implements RunEvent {}

    /**
     * What holds for the run's numbers.
     *
     * @param exactResume whether the run, killed and resumed, repeats bit by bit what it would have computed otherwise
     * @param repeatable whether another run with this seed and as many threads computes the same bits on this machine
     * @param threads that share a batch
     * @param engine processor and versions that the bits depend on
     * @param why in words what breaks them; empty if both hold
     */
    record GuaranteesGiven(boolean exactResume, boolean repeatable, int threads, String engine, String why)
            implements RunEvent {}

    /** The validation loss did not fall for as many epochs as the patience lasts: training ends. */
    record StoppedEarly(int epoch, int bestEpoch) implements RunEvent {}

    /** Training ended with the weights of this epoch, whose validation loss was the lowest. */
    record BestRestored(int epoch, double validationLoss) implements RunEvent {}

    /** A checkpoint was written; {@code file} is relative to the run directory. */
    record CheckpointSaved(int iteration, int epoch, String file) implements RunEvent {}

    /** Training pauses until a resume command. */
    record TrainingPaused(int iteration) implements RunEvent {}

    /** Training goes on after a pause. */
    record TrainingResumed(int iteration) implements RunEvent {}

    /** The user asked for more epochs; {@code epochs} is the new total. */
    record EpochsExtended(int epochs) implements RunEvent {}

    /** The test part was evaluated; details stand in {@code evaluation.json}. Metric: accuracy or RMSE in raw units. */
    record TestEvaluated(double loss, double metric) implements RunEvent {}

    /** The run ended after all its epochs. */
    record TrainingFinished(int epochs, int iterations, double seconds) implements RunEvent {}

    /** The run ended early because a user asked. */
    record TrainingStopped(int epoch, int iteration) implements RunEvent {}

    /**
     * Where the first value that is no number came from; training ends with {@link TrainingDiverged} then.
     *
     * @param node of the graph; empty if it was not found, or if the data or the loss are to blame
     * @param pass "forward", "backward", "loss" or "data"
     * @param inputLow the least value that went into the node, NaN if not known
     * @param inputHigh the greatest
     * @param cause the likely one, such as EXPLODING_ACTIVATIONS
     */
    record NonFiniteLocated(int iteration, String node, String pass, double inputLow, double inputHigh, String cause)
            implements RunEvent {}

    /** The loss became NaN or infinite; the weights before it are in the last checkpoint. */
    record TrainingDiverged(int iteration, String what, List<String> advice) implements RunEvent {}

    /** The run failed. */
    record WorkerFailed(String what, String cure) implements RunEvent {}

    /** A message for the log that changes no state. */
    record Noted(String text) implements RunEvent {}

    /**
     * A calibration goes on.
     *
     * @param phase "data", "warm-up", "steps", "layers", "validation" or "saving"
     * @param share of its time that is over, 0 to 1
     */
    record CalibrationAdvanced(String phase, double share) implements RunEvent {}

    /**
     * What a calibration measured: the last thing that its worker writes.
     *
     * @param parameters that are trained
     * @param iterationsPerEpoch the last of which takes what examples are left
     * @param threads that share a batch
     * @param startSeconds from the start of the process to the first iteration, and what the first iterations take longer
     * @param steps that were measured
     * @param stepSeconds of a whole iteration, fetching its batch included: median over stretches of the measured steps
     * @param stepProcessorSeconds of all threads, such a median too
     * @param validationSeconds of one pass over the validation part
     * @param savingSeconds of one checkpoint
     * @param residentBytes that the process holds in the end
     * @param peakBytes that the process of a run is going to hold at most
     */
    record Calibrated(
            long parameters,
            int trainExamples,
            int batchSize,
            int iterationsPerEpoch,
            int threads,
            double startSeconds,
            int steps,
            double stepSeconds,
            double stepProcessorSeconds,
            double validationSeconds,
            double savingSeconds,
            long residentBytes,
            long peakBytes,
            List<LayerTime> layers)
            implements RunEvent {
        public Calibrated {
            layers = List.copyOf(layers);
        }
    }

    /** A probed device. */
    record DeviceFound(
            String device,
            boolean usable,
            String name,
            @Nullable String whyNot) implements RunEvent {}
}
