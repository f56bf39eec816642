package org.vitrine.attribution.credibility;

import java.util.List;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/**
 * Scores v tanh(w x + b), or w x if there is no hidden layer.
 *
 * @param w [hidden, inputs]
 * @param b [hidden]
 * @param v [targets, hidden]; empty for a linear model with one target for each row of w
 */
record TanhModel(Tensor w, Tensor b, Tensor v) implements DifferentiableModel {

    static TanhModel linear(float... w) {
        return new TanhModel(Tensor.of(w, 1, w.length), Tensor.zeros(1), Tensor.zeros(0, 1));
    }

    static TanhModel random(long seed, int inputs, int hidden, int targets) {
        Draw draw = new Draw(seed);
        return new TanhModel(normal(draw, hidden, inputs), normal(draw, hidden), normal(draw, targets, hidden));
    }

    static Tensor normal(Draw draw, int... shape) {
        Tensor drawn = Tensor.zeros(shape);
        for (int i = 0; i < drawn.size(); i++) {
            drawn.values()[i] = (float) draw.gaussian();
        }
        return drawn;
    }

    private boolean isLinear() {
        return v.rows() == 0;
    }

    @Override
    public int targets() {
        return isLinear() ? w.rows() : v.rows();
    }

    @Override
    public Tensor scores(Tensor inputs) {
        Tensor scores = Tensor.zeros(inputs.rows(), targets());
        for (int i = 0; i < inputs.rows(); i++) {
            double[] z = before(inputs.row(i).values());
            for (int t = 0; t < targets(); t++) {
                double sum = isLinear() ? z[t] : 0;
                for (int h = 0; !isLinear() && h < z.length; h++) {
                    sum += v.values()[t * z.length + h] * Math.tanh(z[h]);
                }
                scores.values()[i * targets() + t] = (float) sum;
            }
        }
        return scores;
    }

    @Override
    public ScoredGradient gradient(Tensor inputs, int target) {
        Tensor scores = Tensor.zeros(inputs.rows());
        Tensor gradient = Tensor.zeros(inputs.shape());
        int size = inputs.size() / inputs.rows();
        float[] all = scores(inputs).values();
        for (int i = 0; i < inputs.rows(); i++) {
            scores.values()[i] = all[i * targets() + target];
            double[] z = before(inputs.row(i).values());
            for (int k = 0; k < size; k++) {
                double sum = isLinear() ? w.values()[target * size + k] : 0;
                for (int h = 0; !isLinear() && h < z.length; h++) {
                    double slope = 1 - Math.tanh(z[h]) * Math.tanh(z[h]);
                    sum += v.values()[target * z.length + h] * slope * w.values()[h * size + k];
                }
                gradient.values()[i * size + k] = (float) sum;
            }
        }
        return new ScoredGradient(scores, gradient);
    }

    private double[] before(float[] input) {
        double[] z = new double[w.rows()];
        for (int h = 0; h < z.length; h++) {
            z[h] = b.values()[h];
            for (int k = 0; k < input.length; k++) {
                z[h] += (double) w.values()[h * input.length + k] * input[k];
            }
        }
        return z;
    }

    @Override
    public List<String> featureLayers() {
        return List.of();
    }

    @Override
    public FeatureMaps featureMaps(Tensor input, int target, String layer) {
        throw new UnsupportedOperationException("No convolution here");
    }
}
