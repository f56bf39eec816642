package org.vitrine.worker.network;

import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Scale;

/**
 * The loss at the end of a network. Works on the values before softmax or sigmoid, in double precision, so that saturated
 * outputs keep their gradients.
 */
public interface Objective {

    /**
     * Scores n examples.
     *
     * @param outputs of the network, example by example
     * @param gradient receives the gradient of the mean loss at the outputs; empty if not wanted
     */
    Score score(double[] outputs, Batch batch, double[] gradient);

    /**
     * The number that people watch: accuracy, root mean squared error in raw units, and the like. NaN where there is a {@link
     * #wholeMetric} instead.
     */
    double metric(Score score);

    /** Starts to measure a metric that can not be told from scores. */
    default Optional<WholeMetric> wholeMetric() {
        return Optional.empty();
    }

    /** How many things are scored, which the loss is a mean over: the examples, unless a head scores their parts. */
    default double weight(Batch batch) {
        return batch.size();
    }

    /**
     * Whether the loss of an example depends on the others of its batch. If not, the mean gradient of a batch is the mean over
     * its parts, weighted by {@link #weight}.
     */
    default boolean couplesExamples() {
        return false;
    }

    /** Softmax and cross entropy over classes. */
    static ScoredObjective classes(int count) {
        return classes(count, 0, 0);
    }

    /**
     * Softmax and cross entropy over classes.
     *
     * @param smoothing share of the target spread over all classes
     * @param focusing exponent of the focal loss, 0 for none
     */
    static ScoredObjective classes(int count, double smoothing, double focusing) {
        return new SoftmaxCrossEntropy(new SoftmaxLoss(count, smoothing, focusing));
    }

    /** Softmax and cross entropy at each step: targets [n, time], -1 where a step has none; outputs [n, count, time]. */
    static Objective stepClasses(int count, double smoothing, double focusing) {
        return new StepCrossEntropy(new SoftmaxLoss(count, smoothing, focusing));
    }

    /** A single sigmoid output for two classes. */
    static ScoredObjective binary() {
        return new SigmoidCrossEntropy();
    }

    /** Mean squared or mean absolute error; the scales give raw units. */
    static ScoredObjective values(boolean absolute, List<Scale> scales) {
        return new RegressionError(absolute ? RegressionError.Kind.ABSOLUTE : RegressionError.Kind.SQUARED, 1, scales);
    }

    /** Huber's loss: half the square of errors up to {@code delta}, linear beyond. */
    static ScoredObjective huber(double delta, List<Scale> scales) {
        return new RegressionError(RegressionError.Kind.HUBER, delta, scales);
    }
}
