package org.vitrine.worker.network;

import org.vitrine.attribution.credibility.Readout;

/**
 * Class scores at one cell of a {@link DetectionObjective}: what it says for an object there, plus what it says for the class.
 * Both are before sigmoid and softmax, so that the score is linear in the outputs; the predictions are the confidences of
 * boxes of each class.
 */
record CellScores(DetectionObjective grid, int cell) implements Scores {

    private int at(int value) {
        return value * grid.height() * grid.width() + cell;
    }

    @Override
    public int outputs() {
        return (DetectionObjective.BOX + grid.classes()) * grid.height() * grid.width();
    }

    private double[] classScores(double[] outputs) {
        double[] scores = new double[grid.classes()];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = outputs[at(DetectionObjective.BOX + k)];
        }
        return scores;
    }

    @Override
    public float[] predictions(double[] outputs) {
        float[] confidences = SoftmaxCrossEntropy.probabilities(classScores(outputs));
        double object = Sigmoid.of(outputs[at(0)]);
        for (int k = 0; k < confidences.length; k++) {
            confidences[k] *= (float) object;
        }
        return confidences;
    }

    @Override
    public double[] logits(double[] outputs) {
        double[] scores = classScores(outputs);
        for (int k = 0; k < scores.length; k++) {
            scores[k] += outputs[at(0)];
        }
        return scores;
    }

    @Override
    public double[] logitGradient(int target) {
        double[] gradient = new double[outputs()];
        gradient[at(0)] = 1;
        gradient[at(DetectionObjective.BOX + target)] = 1;
        return gradient;
    }

    @Override
    public Readout readout() {
        return Readout.SCORE;
    }
}
