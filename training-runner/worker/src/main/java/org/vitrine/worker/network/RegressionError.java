package org.vitrine.worker.network;

import java.util.List;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;

/** Squared or absolute error of scaled values, averaged over an example's values. */
record RegressionError(boolean absolute, List<Scale> scales) implements Objective {
    RegressionError {
        scales = List.copyOf(scales);
    }

    @Override
    public int outputs() {
        return scales.size();
    }

    @Override
    public Score score(double[] y, Tensor targets, double[] gradient) {
        int examples = targets.rows();
        int values = outputs();
        double loss = 0;
        double squared = 0;
        for (int i = 0; i < examples * values; i++) {
            double error = y[i] - targets.values()[i];
            double raw = error * scales.get(i % values).deviation();
            loss += absolute ? Math.abs(error) : error * error;
            squared += raw * raw;
            if (gradient.length > 0) {
                gradient[i] = (absolute ? Math.signum(error) : 2 * error) / values / examples;
            }
        }
        return new Score(examples, loss / values, squared / values);
    }

    @Override
    public double metric(Score score) {
        return Math.sqrt(score.metric() / score.examples());
    }

    @Override
    public float[] predictions(double[] y) {
        float[] raw = new float[y.length];
        for (int k = 0; k < y.length; k++) {
            raw[k] = (float) scales.get(k).invert(y[k]);
        }
        return raw;
    }

    @Override
    public double[] logits(double[] y) {
        return y.clone();
    }

    @Override
    public double[] logitGradient(int target) {
        double[] gradient = new double[outputs()];
        gradient[target] = 1;
        return gradient;
    }
}
