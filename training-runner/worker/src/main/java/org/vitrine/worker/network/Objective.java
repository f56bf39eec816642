package org.vitrine.worker.network;

import java.util.List;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;

/**
 * The loss at the end of a network and how its outputs are read. Works on the values before softmax or sigmoid, in double
 * precision, so that saturated outputs keep their gradients.
 */
public sealed interface Objective permits SoftmaxCrossEntropy, SigmoidCrossEntropy, RegressionError {

    /** Outputs of the network for one example. */
    int outputs();

    /**
     * Scores n examples.
     *
     * @param outputs [n, outputs] row by row
     * @param targets class indices [n] or values [n, outputs]
     * @param gradient receives the gradient of the mean loss at the outputs; empty if not wanted
     */
    Score score(double[] outputs, Tensor targets, double[] gradient);

    /** Accuracy, or root mean squared error in raw units. */
    double metric(Score score);

    /** Turns the outputs of one example into class probabilities, one for each class, or into raw values. */
    float[] predictions(double[] outputs);

    /** Scores of an explanation from the outputs of one example: one for each class or value. */
    double[] logits(double[] outputs);

    /** Gradient of one of the {@link #logits} at the outputs. */
    double[] logitGradient(int target);

    /** Softmax and cross entropy over classes. */
    static Objective classes(int count) {
        return new SoftmaxCrossEntropy(count);
    }

    /** A single sigmoid output for two classes. */
    static Objective binary() {
        return new SigmoidCrossEntropy();
    }

    /** Mean squared or mean absolute error; the scales give raw units. */
    static Objective values(boolean absolute, List<Scale> scales) {
        return new RegressionError(absolute, scales);
    }
}
