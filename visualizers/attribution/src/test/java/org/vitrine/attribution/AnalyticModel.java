package org.vitrine.attribution;

import java.util.Arrays;
import java.util.List;
import org.vitrine.datasets.Tensor;

/** A model given by formulas: score and gradient of one input in double precision. Without convolutions. */
public abstract class AnalyticModel implements DifferentiableModel {
    private final int targets;
    private int largestBatch;

    public AnalyticModel(int targets) {
        this.targets = targets;
    }

    public abstract double score(double[] input, int target);

    public abstract double[] gradient(double[] input, int target);

    /** The most inputs that it was ever asked about at once. */
    public int largestBatch() {
        return largestBatch;
    }

    @Override
    public int targets() {
        return targets;
    }

    @Override
    public Tensor scores(Tensor inputs) {
        Tensor scores = Tensor.zeros(inputs.rows(), targets);
        for (int i = 0; i < inputs.rows(); i++) {
            for (int target = 0; target < targets; target++) {
                scores.values()[i * targets + target] = (float) score(row(inputs, i), target);
            }
        }
        return scores;
    }

    @Override
    public ScoredGradient gradient(Tensor inputs, int target) {
        largestBatch = Math.max(largestBatch, inputs.rows());
        Tensor score = Tensor.zeros(inputs.rows());
        Tensor gradient = Tensor.zeros(inputs.shape());
        int size = inputs.size() / inputs.rows();
        for (int i = 0; i < inputs.rows(); i++) {
            score.values()[i] = (float) score(row(inputs, i), target);
            double[] one = gradient(row(inputs, i), target);
            for (int k = 0; k < size; k++) {
                gradient.values()[i * size + k] = (float) one[k];
            }
        }
        return new ScoredGradient(score, gradient);
    }

    @Override
    public List<String> featureLayers() {
        return List.of();
    }

    @Override
    public FeatureMaps featureMaps(Tensor input, int target, String layer) {
        throw new UnsupportedOperationException("No convolution here");
    }

    public static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    private static double[] row(Tensor inputs, int index) {
        return doubles(inputs.row(index).values());
    }
}
