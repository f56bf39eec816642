package org.vitrine.runs.event;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a run. In the file each line is an object with {@code event}, {@code at} and the components.
 * Workers write all but {@link RunQueued} and {@link WorkerLaunched}. {@link TrainingFinished}, {@link TrainingStopped},
 * {@link TrainingDiverged} and {@link WorkerFailed} end a run: they are the last thing that a worker writes, after its
 * test evaluation.
 */
public sealed interface RunEvent {

    /** The last word on a request. */
    interface Answer {
        /** The id of the request. */
        String request();
    }

    /** Something that is told of a request before its {@link Answer}. */
    interface News {
        /** The id of the request. */
        String request();
    }

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
     * The session worker has the model ready.
     *
     * @param featureLayers convolutions that methods can look at, in graph order
     * @param refused why attribution methods can not explain this model, by their ids; all others can
     */
    record SessionReady(List<String> featureLayers, Map<String, String> refused) implements RunEvent {
        public SessionReady {
            featureLayers = List.copyOf(featureLayers);
            refused = Map.copyOf(refused);
        }
    }

    /**
     * Answers an Attribute command.
     *
     * @param relevanceFile {@code .npy}, relative to the run directory; per pixel [channels or 1, h, w], per token [time]
     *     or per feature [features]
     * @param probabilities of all classes, or the predicted values in raw units
     */
    record AttributionDone(
            String request,
            String method,
            String relevanceFile,
            boolean signed,
            double score,
            OptionalDouble completenessGap,
            List<Double> probabilities,
            double seconds)
            implements RunEvent, Answer {}

    /**
     * Answers a Predict command.
     *
     * @param outputs probabilities of all classes, or the predicted values in raw units
     */
    record Predicted(String request, List<Double> outputs, double seconds) implements RunEvent, Answer {}

    /**
     * Tokens that a Generate command has written since the last such event.
     *
     * @param text of the tokens, to be put behind what there is
     * @param tokens as the vocabulary has them
     * @param probabilities that the model gave them, before temperature and choice among the best
     */
    record TextSampled(String request, String text, List<String> tokens, List<Double> probabilities)
            implements RunEvent, News {}

    /** A question that takes long is being answered; {@code share} of the work is done, 0 to 1. */
    record Progressed(String request, double share) implements RunEvent, News {}

    /** Answers a Generate command: all that was written, without the prompt. */
    record TextGenerated(String request, String text, int tokens, double seconds) implements RunEvent, Answer {}

    /**
     * Answers a Translate command.
     *
     * @param probability that the model gives this text
     */
    record TextTranslated(String request, String text, double probability, double seconds)
            implements RunEvent, Answer {}

    /** A Judge command has found this much, the cheap metrics first. */
    record LineJudged(String request, Judgements.JudgedLine line) implements RunEvent, News {}

    /**
     * Answers a Judge command.
     *
     * @param target that was explained
     * @param verdict on the whole
     */
    record Judged(
            String request,
            String method,
            int example,
            int target,
            String verdict,
            List<Judgements.JudgedLine> lines,
            double seconds)
            implements RunEvent, Answer {
        public Judged {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Answers a JudgeMany command.
     *
     * @param examples that were judged, by their index
     * @param lines one for each metric, and one with an empty name for the whole card
     * @param valuesFile {@code .npy}, relative to the run directory: for each example its index, the explained target, the number
     *     of the whole verdict, then value and number of the verdict for each metric; [examples, 3 + 2 metrics]. Verdicts count
     *     from 0 in the order PASS, DOUBTFUL, FAIL, NOT_MEASURED; values that were not measured are NaN
     */
    record JudgedMany(
            String request,
            String method,
            List<Integer> examples,
            List<Judgements.MetricSummary> lines,
            String valuesFile,
            double seconds)
            implements RunEvent, Answer {
        public JudgedMany {
            examples = List.copyOf(examples);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Answers an Activate command.
     *
     * @param file {@code .npy}, relative to the run directory: [examples, values]
     * @param pooled whether values are means over the places of a map, or over the steps that are no padding
     */
    record Activated(String request, String layer, String file, int examples, int width, boolean pooled, double seconds)
            implements RunEvent, Answer {}

    /**
     * Answers an Attend command.
     *
     * @param layers ids of nodes of the flat graph, from the input up
     * @param file {@code .npz}, relative to the run directory: for each layer [heads, query step, key step], without padding
     */
    record Attended(String request, List<String> layers, String file, double seconds) implements RunEvent, Answer {
        public Attended {
            layers = List.copyOf(layers);
        }
    }

    /**
     * Answers a Trace command. Both files are {@code .npz}, relative to the run directory.
     *
     * @param file what leaves each node, by its id in the flat graph, without a batch axis; {@code input/mask} if there is padding
     * @param weights the parameters, named as in docs/weights.md; one file for all answers of a session
     */
    record Traced(String request, String file, String weights, double seconds) implements RunEvent, Answer {}

    /**
     * Answers a TryStep command.
     *
     * @param file {@code .npz}, relative to the run directory: for each parameter its value {@code before/node/name}, the
     *     {@code gradient/} of the mean loss and the value {@code after/}
     * @param lossBefore mean loss of the examples, in training mode
     * @param lossAfter the same with the new parameters
     */
    record StepTried(
            String request,
            String file,
            int examples,
            double lossBefore,
            double lossAfter,
            double learningRate,
            double seconds)
            implements RunEvent, Answer {}

    /** Answers any command that could not be carried out. */
    record RequestFailed(String request, String what) implements RunEvent {}

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
