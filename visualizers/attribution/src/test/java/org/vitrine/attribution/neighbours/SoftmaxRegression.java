package org.vitrine.attribution.neighbours;

import java.util.Random;
import org.vitrine.datasets.Tensor;

/** z = W x + b with softmax and cross entropy: gradients by hand. */
record SoftmaxRegression(double[][] weights, double[] biases) {

    static SoftmaxRegression random(int classes, int inputs, Random random) {
        double[][] weights = new double[classes][inputs];
        double[] biases = new double[classes];
        for (int k = 0; k < classes; k++) {
            biases[k] = random.nextGaussian();
            for (int i = 0; i < inputs; i++) {
                weights[k][i] = random.nextGaussian();
            }
        }
        return new SoftmaxRegression(weights, biases);
    }

    private double[] probabilities(float[] x) {
        double[] powers = biases.clone();
        double sum = 0;
        for (int k = 0; k < powers.length; k++) {
            for (int i = 0; i < x.length; i++) {
                powers[k] += weights[k][i] * x[i];
            }
            powers[k] = Math.exp(powers[k]);
            sum += powers[k];
        }
        for (int k = 0; k < powers.length; k++) {
            powers[k] /= sum;
        }
        return powers;
    }

    double loss(float[] x, int target) {
        return -Math.log(probabilities(x)[target]);
    }

    /** p - y. */
    float[] error(float[] x, int target) {
        double[] probabilities = probabilities(x);
        float[] error = new float[probabilities.length];
        for (int k = 0; k < error.length; k++) {
            error[k] = (float) (probabilities[k] - (k == target ? 1 : 0));
        }
        return error;
    }

    /** At all weights row by row, then at the biases. */
    float[] gradient(float[] x, int target) {
        float[] error = error(x, target);
        float[] gradient = new float[error.length * (x.length + 1)];
        for (int k = 0; k < error.length; k++) {
            for (int i = 0; i < x.length; i++) {
                gradient[k * x.length + i] = error[k] * x[i];
            }
            gradient[error.length * x.length + k] = error[k];
        }
        return gradient;
    }

    /** After one step of gradient descent on one example. */
    SoftmaxRegression stepped(float[] x, int target, double rate) {
        float[] error = error(x, target);
        double[][] moved = new double[weights.length][];
        double[] movedBiases = biases.clone();
        for (int k = 0; k < weights.length; k++) {
            moved[k] = weights[k].clone();
            movedBiases[k] -= rate * error[k];
            for (int i = 0; i < x.length; i++) {
                moved[k][i] -= rate * error[k] * x[i];
            }
        }
        return new SoftmaxRegression(moved, movedBiases);
    }

    HeadGradients head(float[][] examples, int[] targets) {
        int width = examples[0].length;
        float[] errors = new float[examples.length * biases.length];
        float[] inputs = new float[examples.length * width];
        for (int n = 0; n < examples.length; n++) {
            System.arraycopy(error(examples[n], targets[n]), 0, errors, n * biases.length, biases.length);
            System.arraycopy(examples[n], 0, inputs, n * width, width);
        }
        return new HeadGradients(
                Tensor.of(errors, examples.length, biases.length), Tensor.of(inputs, examples.length, width));
    }
}
