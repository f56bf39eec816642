package org.vitrine.datasets.baseline;

import org.vitrine.datasets.random.Draw;

/**
 * A linear model, or one with a hidden layer of rectified units. Its outputs are groups of scores, one softmax each, or values.
 * Trained with Adam (Kingma and Ba 2015), weights of inputs that a batch does not have left alone.
 */
final class Perceptron {
    private final int hidden;
    private final Layer first;
    private final Layer second;
    private final boolean values;
    private final int groupSize;

    /**
     * A model with small random weights.
     *
     * @param hidden units of the hidden layer; 0 for none
     * @param outputs scores or values
     * @param groupSize scores that share a softmax; 0 if the outputs are values
     * @param deviation of the first weights if there is a hidden layer
     */
    Perceptron(int inputs, int hidden, int outputs, int groupSize, double deviation, long seed) {
        this.hidden = hidden;
        this.groupSize = groupSize;
        this.values = groupSize == 0;
        int width = hidden == 0 ? outputs : hidden;
        Draw draw = new Draw(seed);
        first = new Layer(inputs, width, hidden == 0 ? 0 : deviation, draw);
        second = new Layer(hidden, hidden == 0 ? 0 : outputs, hidden == 0 ? 0 : Math.sqrt(1.0 / hidden), draw);
    }

    /** One pass over the rows in random order. */
    void train(Rows rows, Answers answers, int batch, double rate, double decay, Draw draw) {
        int[] order = draw.permutation(rows.size());
        for (int from = 0; from < order.length; from += batch) {
            int to = Math.min(order.length, from + batch);
            for (int i = from; i < to; i++) {
                learn(rows, answers, order[i], 1f / (to - from));
            }
            first.step(rate, decay);
            second.step(rate, decay);
        }
    }

    /** Scores or values of one row. */
    float[] outputs(Rows rows, int row) {
        float[] inner = first.forward(rows.places(row), rows.values(row));
        if (hidden == 0) {
            return inner;
        }
        rectify(inner);
        return second.forward(inner);
    }

    /** What the hidden layer makes of one row. */
    float[] inner(Rows rows, int row) {
        float[] inner = first.forward(rows.places(row), rows.values(row));
        rectify(inner);
        return inner;
    }

    /** Sum over the rows of the cross entropies, or of the squared errors. */
    double loss(Rows rows, Answers answers) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            float[] outputs = outputs(rows, row);
            for (int o = 0; o < outputs.length && values; o++) {
                sum += Math.pow(outputs[o] - answers.value(row, o), 2);
            }
            for (int g = 0; !values && g * groupSize < outputs.length; g++) {
                int label = answers.label(row, g);
                sum += label < 0 ? 0 : crossEntropy(outputs, g * groupSize, label);
            }
        }
        return sum;
    }

    private double crossEntropy(float[] outputs, int offset, int label) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < groupSize; c++) {
            largest = Math.max(largest, outputs[offset + c]);
        }
        double sum = 0;
        for (int c = 0; c < groupSize; c++) {
            sum += Math.exp(outputs[offset + c] - largest);
        }
        return Math.log(sum) + largest - outputs[offset + label];
    }

    private void learn(Rows rows, Answers answers, int row, float weight) {
        float[] inner = first.forward(rows.places(row), rows.values(row));
        if (hidden == 0) {
            first.backward(rows.places(row), rows.values(row), errors(inner, answers, row, weight));
            return;
        }
        rectify(inner);
        float[] errors = errors(second.forward(inner), answers, row, weight);
        float[] innerErrors = second.backward(inner, errors);
        for (int h = 0; h < hidden; h++) {
            innerErrors[h] = inner[h] > 0 ? innerErrors[h] : 0;
        }
        first.backward(rows.places(row), rows.values(row), innerErrors);
    }

    private float[] errors(float[] outputs, Answers answers, int row, float weight) {
        float[] errors = new float[outputs.length];
        if (values) {
            for (int o = 0; o < outputs.length; o++) {
                errors[o] = weight * (outputs[o] - answers.value(row, o));
            }
            return errors;
        }
        for (int g = 0; g * groupSize < outputs.length; g++) {
            int label = answers.label(row, g);
            if (label >= 0) {
                softmaxErrors(outputs, g * groupSize, label, weight, errors);
            }
        }
        return errors;
    }

    private void softmaxErrors(float[] outputs, int offset, int label, float weight, float[] errors) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < groupSize; c++) {
            largest = Math.max(largest, outputs[offset + c]);
        }
        double sum = 0;
        for (int c = 0; c < groupSize; c++) {
            double exponential = Math.exp(outputs[offset + c] - largest);
            errors[offset + c] = (float) exponential;
            sum += exponential;
        }
        for (int c = 0; c < groupSize; c++) {
            errors[offset + c] = weight * ((float) (errors[offset + c] / sum) - (c == label ? 1 : 0));
        }
    }

    private static void rectify(float[] inner) {
        for (int h = 0; h < inner.length; h++) {
            inner[h] = Math.max(0, inner[h]);
        }
    }
}
