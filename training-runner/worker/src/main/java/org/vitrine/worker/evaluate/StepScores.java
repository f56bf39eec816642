package org.vitrine.worker.evaluate;

import org.vitrine.datasets.Batch;

/** Counts how well classes at steps were told, given the true steps before. */
final class StepScores {

    /** Hears of a step. */
    @FunctionalInterface
    interface Told {
        void step(int example, int actual, int predicted, double crossEntropy);
    }

    private final int classes;
    private long count;
    private long right;
    private double information;

    StepScores(int classes) {
        this.classes = classes;
    }

    /**
     * Takes the outputs [n, classes, steps] for a batch with targets [n, steps].
     *
     * @param each told of each step that has a target: its example in the batch, true and most probable class, cross entropy
     */
    void take(double[] outputs, Batch batch, Told each) {
        float[] targets = batch.targets().values();
        int steps = targets.length / batch.size();
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] >= 0) {
                int place = i / steps * classes * steps + i % steps;
                int actual = (int) targets[i];
                int best = best(outputs, place, steps);
                count++;
                right += best == actual ? 1 : 0;
                double surprise = logSum(outputs, place, steps, best) - outputs[place + actual * steps];
                information += surprise;
                each.step(i / steps, actual, best, surprise);
            }
        }
    }

    private int best(double[] values, int place, int stride) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (values[place + k * stride] > values[place + best * stride]) {
                best = k;
            }
        }
        return best;
    }

    private double logSum(double[] values, int place, int stride, int best) {
        double most = values[place + best * stride];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Math.exp(values[place + k * stride] - most);
        }
        return most + Math.log(sum);
    }

    /** Steps that have a target. */
    long count() {
        return count;
    }

    double accuracy() {
        return (double) right / Math.max(1, count);
    }

    /** e to the mean cross entropy, whatever loss was trained with: the model is as unsure as among so many equal choices. */
    double perplexity() {
        return Math.exp(information / Math.max(1, count));
    }

    /** Mean cross entropy in bits. */
    double bits() {
        return information / Math.max(1, count) / Math.log(2);
    }
}
