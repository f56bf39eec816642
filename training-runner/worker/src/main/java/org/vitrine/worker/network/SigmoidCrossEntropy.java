package org.vitrine.worker.network;

import org.vitrine.attribution.credibility.Readout;
import org.vitrine.datasets.Batch;

/** Binary cross entropy of one sigmoid unit, in nats: max(z, 0) - z y + log(1 + exp(-|z|)). */
record SigmoidCrossEntropy() implements ScoredObjective {

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public Score score(double[] z, Batch batch, double[] gradient) {
        int examples = batch.size();
        float[] targets = batch.targets().values();
        double loss = 0;
        int right = 0;
        for (int i = 0; i < examples; i++) {
            double target = targets[i];
            loss += Math.max(z[i], 0) - z[i] * target + Math.log1p(Math.exp(-Math.abs(z[i])));
            right += (z[i] > 0) == (target > 0.5) && Double.isFinite(z[i]) ? 1 : 0;
            if (gradient.length > 0) {
                gradient[i] = (Sigmoid.of(z[i]) - target) / examples;
            }
        }
        return new Score(examples, loss, right);
    }

    @Override
    public double metric(Score score) {
        return score.meanMetric();
    }

    @Override
    public float[] predictions(double[] z) {
        return new float[] {(float) Sigmoid.of(-z[0]), (float) Sigmoid.of(z[0])};
    }

    @Override
    public double[] logits(double[] z) {
        return new double[] {-z[0], z[0]};
    }

    @Override
    public double[] logitGradient(int target) {
        return new double[] {target == 1 ? 1 : -1};
    }

    @Override
    public Readout readout() {
        return Readout.BINARY_PROBABILITY;
    }
}
