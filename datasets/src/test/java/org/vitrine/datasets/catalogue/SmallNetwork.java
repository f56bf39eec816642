package org.vitrine.datasets.catalogue;

import java.util.stream.IntStream;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** One hidden layer of rectifiers, softmax, cross entropy, plain SGD with one example at a time. */
final class SmallNetwork {
    private final int inputs;
    private final int hidden;
    private final int classes;
    private final float[] first;
    private final float[] second;

    SmallNetwork(int inputs, int hidden, int classes) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.classes = classes;
        first = weights(hidden * (inputs + 1), Math.sqrt(2.0 / inputs), 1);
        second = weights(classes * (hidden + 1), Math.sqrt(1.0 / hidden), 2);
    }

    void fit(Tensor examples, float[] labels, int epochs, double rate) {
        float[] units = new float[hidden];
        float[] back = new float[hidden];
        for (int epoch = 0; epoch < epochs; epoch++) {
            float step = (float) (rate / (1 + 0.5 * epoch));
            for (int example : new Draw(epoch).permutation(labels.length)) {
                float[] error = probabilities(examples.values(), example * inputs, units);
                error[(int) labels[example]] -= 1;
                java.util.Arrays.fill(back, 0);
                for (int c = 0; c < classes; c++) {
                    int row = c * (hidden + 1);
                    for (int j = 0; j < hidden; j++) {
                        back[j] += error[c] * second[row + j];
                        second[row + j] -= step * error[c] * units[j];
                    }
                    second[row + hidden] -= step * error[c];
                }
                learnFirst(examples.values(), example * inputs, units, back, step);
            }
        }
    }

    private void learnFirst(float[] values, int start, float[] units, float[] back, float step) {
        for (int j = 0; j < hidden; j++) {
            if (units[j] > 0) {
                int row = j * (inputs + 1);
                for (int i = 0; i < inputs; i++) {
                    first[row + i] -= step * back[j] * values[start + i];
                }
                first[row + inputs] -= step * back[j];
            }
        }
    }

    double accuracy(Tensor examples, float[] labels) {
        float[] units = new float[hidden];
        int right = 0;
        for (int example = 0; example < labels.length; example++) {
            float[] p = probabilities(examples.values(), example * inputs, units);
            int best = IntStream.range(0, classes).reduce(0, (a, b) -> p[b] > p[a] ? b : a);
            right += best == (int) labels[example] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    private float[] probabilities(float[] values, int start, float[] units) {
        for (int j = 0; j < hidden; j++) {
            int row = j * (inputs + 1);
            float sum = first[row + inputs];
            for (int i = 0; i < inputs; i++) {
                sum += first[row + i] * values[start + i];
            }
            units[j] = Math.max(0, sum);
        }
        float[] p = new float[classes];
        float largest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            int row = c * (hidden + 1);
            p[c] = second[row + hidden];
            for (int j = 0; j < hidden; j++) {
                p[c] += second[row + j] * units[j];
            }
            largest = Math.max(largest, p[c]);
        }
        float sum = 0;
        for (int c = 0; c < classes; c++) {
            p[c] = (float) Math.exp(p[c] - largest);
            sum += p[c];
        }
        for (int c = 0; c < classes; c++) {
            p[c] /= sum;
        }
        return p;
    }

    private static float[] weights(int count, double deviation, int seed) {
        Draw draw = new Draw(seed);
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (deviation * draw.gaussian());
        }
        return weights;
    }
}
