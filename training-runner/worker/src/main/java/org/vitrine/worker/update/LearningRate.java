package org.vitrine.worker.update;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;

/**
 * The learning rate of each iteration: a linear rise over the warm-up iterations, then the chosen schedule.
 *
 * @param factor STEP and EXPONENTIAL: multiplies the rate every {@code every} epochs; COSINE: last rate / first rate
 * @param iterations all iterations that are planned, the end of the half cosine
 */
public record LearningRate(
        @JsonProperty("initial") double initial,
        @JsonProperty("schedule") Schedule schedule,
        @JsonProperty("factor") double factor,
        @JsonProperty("every") int every,
        @JsonProperty("warmup") int warmup,
        @JsonProperty("iterations") long iterations)
        implements ISchedule {
    @JsonCreator
    public LearningRate {}

    /** The rates of a run of {@code iterations} iterations. */
    public static LearningRate of(TrainingSettings settings, long iterations) {
        return new LearningRate(
                settings.learningRate(),
                settings.schedule(),
                settings.scheduleFactor(),
                settings.scheduleEpochs(),
                settings.warmupIterations(),
                iterations);
    }

    /** Iteration and epoch count from 0. */
    @Override
    public double valueAt(int iteration, int epoch) {
        if (iteration < warmup) {
            return initial * (iteration + 1) / warmup;
        }
        return switch (schedule) {
            case CONSTANT -> initial;
            case STEP -> {
                int drops = epoch / every;
                yield initial * Math.pow(factor, drops);
            }
            case EXPONENTIAL -> initial * Math.pow(factor, (double) epoch / every);
            case COSINE -> {
                double span = Math.max(1, iterations - 1 - warmup);
                double progress = Math.min(1, (iteration - warmup) / span);
                yield initial * (factor + (1 - factor) * 0.5 * (1 + Math.cos(Math.PI * progress)));
            }
        };
    }

    /** Immutable, so its own copy. */
    @Override
    public LearningRate clone() {
        return this;
    }
}
