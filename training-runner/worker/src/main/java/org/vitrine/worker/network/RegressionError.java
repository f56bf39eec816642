package org.vitrine.worker.network;

import java.util.List;
import org.vitrine.attribution.credibility.Readout;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Scale;

/**
 * Error of scaled values, averaged over an example's values: squared, absolute, or Huber's (1964), which is half the square
 * up to delta and delta (|e| - delta / 2) beyond.
 */
record RegressionError(Kind kind, double delta, List<Scale> scales) implements ScoredObjective {
    RegressionError {
        scales = List.copyOf(scales);
    }

    enum Kind {
        SQUARED,
        ABSOLUTE,
        HUBER
    }

    @Override
    public int outputs() {
        return scales.size();
    }

    @Override
    public Score score(double[] y, Batch batch, double[] gradient) {
        int examples = batch.size();
        float[] targets = batch.targets().values();
        int values = outputs();
        double loss = 0;
        double squared = 0;
        for (int i = 0; i < examples * values; i++) {
            double error = y[i] - targets[i];
            double raw = error * scales.get(i % values).deviation();
            loss += loss(error);
            squared += raw * raw;
            if (gradient.length > 0) {
                gradient[i] = slope(error) / values / examples;
            }
        }
        return new Score(examples, loss / values, squared / values);
    }

    private double loss(double error) {
        return switch (kind) {
            case SQUARED -> error * error;
            case ABSOLUTE -> Math.abs(error);
            case HUBER -> Math.abs(error) <= delta ? error * error / 2 : delta * (Math.abs(error) - delta / 2);
        };
    }

    private double slope(double error) {
        return switch (kind) {
            case SQUARED -> 2 * error;
            case ABSOLUTE -> Math.signum(error);
            case HUBER -> Math.max(-delta, Math.min(delta, error));
        };
    }

    @Override
    public double metric(Score score) {
        return Math.sqrt(score.meanMetric());
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

    @Override
    public Readout readout() {
        return Readout.SCORE;
    }
}
