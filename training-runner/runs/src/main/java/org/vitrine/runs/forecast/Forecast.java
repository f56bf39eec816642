package org.vitrine.runs.forecast;

import org.vitrine.graph.cost.GraphCost;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.event.RunEvent.Calibrated;

/**
 * What training is going to take.
 *
 * @param measured whether it stems from a calibration; otherwise it is no more than an order of magnitude
 * @param iterationsPerEpoch the last of which takes what examples are left
 * @param epochSeconds with validation and checkpoint, once Java has compiled itself
 * @param runSeconds of all planned epochs, if training does not stop early, and before the first one
 * @param peakBytes that the worker's process is going to hold at most
 */
public record Forecast(
        boolean measured,
        long parameters,
        int iterationsPerEpoch,
        double stepSeconds,
        double epochSeconds,
        double runSeconds,
        long peakBytes) {
    /** Checkpoints are not written more often than that. */
    private static final double SECONDS_BETWEEN_SAVES = 1;

    // Order of magnitude, of one core with oneDNN (docs/performance.md).
    private static final double MULTIPLY_ADDS_PER_SECOND = 15e9;
    private static final double ACTIVATION_BYTES_PER_SECOND = 0.3e9;
    private static final double SECONDS_PER_LAYER = 30e-6;
    private static final double START_SECONDS = 3;
    private static final long EMPTY_WORKER_BYTES = 200L << 20;
    private static final int VALIDATION_BATCH = 128;
    /** Weights, gradients, two states of an updater, and the copies that go into checkpoints. */
    private static final int COPIES_OF_PARAMETERS = 8;

    /** What a calibration says of a run of so many epochs. */
    public static Forecast measured(Calibrated found, int epochs) {
        double steps = (double) found.trainExamples() / found.batchSize();
        double training = steps * found.stepSeconds() + found.validationSeconds();
        // Where there is a validation part, the best weights so far are written too.
        double saves = (found.validationSeconds() > 0 ? 2 : 1) * Math.min(1, training / SECONDS_BETWEEN_SAVES);
        double epoch = training + saves * found.savingSeconds();
        return new Forecast(
                true,
                found.parameters(),
                found.iterationsPerEpoch(),
                found.stepSeconds(),
                epoch,
                found.startSeconds() + epochs * epoch,
                found.peakBytes());
    }

    /** An order of magnitude from what the graph costs. */
    public static Forecast estimated(GraphCost cost, DataSize data, TrainingSettings settings, int threads) {
        int batch = Math.min(settings.batchSize(), Math.max(1, data.train()));
        double forward =
                (cost.multiplyAdds() / MULTIPLY_ADDS_PER_SECOND + cost.activationBytes() / ACTIVATION_BYTES_PER_SECOND)
                        / threads;
        double perLayer = cost.layers().size() * SECONDS_PER_LAYER;
        double step = batch * 3 * forward + 3 * perLayer;
        int iterations = iterations(data.train(), settings.batchSize());
        double validation = data.validation() * forward + iterations(data.validation(), VALIDATION_BATCH) * perLayer;
        double epoch = iterations * step + validation;
        long arrays = cost.activationBytes() * (2L * batch + (long) VALIDATION_BATCH * threads);
        long values = (long) Float.BYTES * data.exampleValues() * (data.train() + data.validation() + data.test());
        return new Forecast(
                false,
                cost.parameters(),
                iterations,
                step,
                epoch,
                START_SECONDS + settings.epochs() * epoch,
                EMPTY_WORKER_BYTES + arrays + values + Float.BYTES * COPIES_OF_PARAMETERS * cost.parameters());
    }

    /** Batches of {@code size} that {@code examples} fill. */
    public static int iterations(int examples, int size) {
        return (examples + size - 1) / size;
    }

    /** Examples in each part, and the values of one of them. */
    public record DataSize(int train, int validation, int test, long exampleValues) {}
}
