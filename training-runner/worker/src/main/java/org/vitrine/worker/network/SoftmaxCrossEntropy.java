package org.vitrine.worker.network;

import org.vitrine.attribution.credibility.Readout;
import org.vitrine.datasets.Batch;

/** One of several classes for each example. */
record SoftmaxCrossEntropy(SoftmaxLoss loss) implements ScoredObjective {

    @Override
    public int outputs() {
        return loss.classes();
    }

    @Override
    public Score score(double[] z, Batch batch, double[] gradient) {
        return loss.score(z, batch.targets().values(), batch.size(), gradient);
    }

    @Override
    public double metric(Score score) {
        return score.meanMetric();
    }

    @Override
    public float[] predictions(double[] z) {
        return probabilities(z);
    }

    /** Softmax. */
    static float[] probabilities(double[] z) {
        double most = java.util.Arrays.stream(z).max().orElseThrow();
        double sum = 0;
        for (double value : z) {
            sum += Math.exp(value - most);
        }
        float[] probabilities = new float[z.length];
        for (int k = 0; k < z.length; k++) {
            probabilities[k] = (float) (Math.exp(z[k] - most) / sum);
        }
        return probabilities;
    }

    @Override
    public double[] logits(double[] z) {
        return z.clone();
    }

    @Override
    public double[] logitGradient(int target) {
        double[] gradient = new double[outputs()];
        gradient[target] = 1;
        return gradient;
    }

    @Override
    public Readout readout() {
        return Readout.PROBABILITY;
    }
}
