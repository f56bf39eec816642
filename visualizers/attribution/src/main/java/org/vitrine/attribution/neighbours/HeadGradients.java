package org.vitrine.attribution.neighbours;

import java.util.Arrays;
import org.vitrine.datasets.Tensor;

/**
 * Gradients of each example's loss at the parameters of a dense head, without writing them down. With z = W h + b the gradient at W is
 * the outer product of the error dL/dz (softmax and cross entropy: p - y) and h, and at b the error; so the dot product of two of them
 * is (error · error') (h · h' + 1), and costs outputs + inputs instead of outputs × inputs.
 *
 * @param errors gradients of each example's loss at the head's outputs, [n, outputs]
 * @param inputs what enters the head, [n, inputs]
 */
public record HeadGradients(Tensor errors, Tensor inputs) {
    public HeadGradients {
        if (errors.shape().length != 2 || inputs.shape().length != 2 || errors.rows() != inputs.rows()) {
            throw new IllegalArgumentException("Errors " + Arrays.toString(errors.shape()) + " do not fit inputs "
                    + Arrays.toString(inputs.shape()));
        }
    }

    /** How many examples there are. */
    public int size() {
        return errors.rows();
    }

    /** The influence of each example on the first of {@code decision}. */
    public double[] influences(Influence measure, HeadGradients decision) {
        double[] found = new double[size()];
        double squares = decision.dot(0, decision, 0);
        for (int i = 0; i < found.length; i++) {
            double own = measure == Influence.DOT ? 1 : dot(i, this, i);
            found[i] = measure.of(dot(i, decision, 0), own, squares);
        }
        return found;
    }

    /** The dot product of the gradients of one example here and one there. */
    double dot(int here, HeadGradients other, int there) {
        return dot(errors, here, other.errors, there) * (dot(inputs, here, other.inputs, there) + 1);
    }

    private static double dot(Tensor a, int rowA, Tensor b, int rowB) {
        int width = a.shape()[1];
        if (b.shape()[1] != width) {
            throw new IllegalArgumentException("Rows of " + width + " and of " + b.shape()[1] + " values do not fit");
        }
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += (double) a.values()[rowA * width + i] * b.values()[rowB * width + i];
        }
        return sum;
    }
}
