package org.vitrine.worker.network;

import org.vitrine.datasets.Tensor;

/** -log softmax(z)[y], in nats. */
record SoftmaxCrossEntropy(int outputs) implements Objective {

    @Override
    public Score score(double[] z, Tensor targets, double[] gradient) {
        int examples = targets.rows();
        double loss = 0;
        int right = 0;
        for (int i = 0; i < examples; i++) {
            int start = i * outputs;
            int target = (int) targets.values()[i];
            int best = best(z, start);
            double sum = 0;
            for (int k = 0; k < outputs; k++) {
                sum += Math.exp(z[start + k] - z[start + best]);
            }
            loss += Math.log(sum) - (z[start + target] - z[start + best]);
            right += best == target && Double.isFinite(sum) ? 1 : 0;
            for (int k = 0; k < outputs && gradient.length > 0; k++) {
                double probability = Math.exp(z[start + k] - z[start + best]) / sum;
                gradient[start + k] = (probability - (k == target ? 1 : 0)) / examples;
            }
        }
        return new Score(examples, loss, right);
    }

    private int best(double[] z, int start) {
        int best = 0;
        for (int k = 1; k < outputs; k++) {
            if (z[start + k] > z[start + best]) {
                best = k;
            }
        }
        return best;
    }

    @Override
    public double metric(Score score) {
        return score.metric() / score.examples();
    }

    @Override
    public float[] predictions(double[] z) {
        int best = best(z, 0);
        double sum = 0;
        for (double value : z) {
            sum += Math.exp(value - z[best]);
        }
        float[] probabilities = new float[outputs];
        for (int k = 0; k < outputs; k++) {
            probabilities[k] = (float) (Math.exp(z[k] - z[best]) / sum);
        }
        return probabilities;
    }

    @Override
    public double[] logits(double[] z) {
        return z.clone();
    }

    @Override
    public double[] logitGradient(int target) {
        double[] gradient = new double[outputs];
        gradient[target] = 1;
        return gradient;
    }
}
