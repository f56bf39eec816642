package org.vitrine.datasets.catalogue;

import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** The smallest model: linear scores, softmax, cross entropy, plain SGD with one example at a time. */
final class SoftmaxRegression {
    private final int inputs;
    private final int classes;
    private final double[] weights;

    SoftmaxRegression(int inputs, int classes) {
        this.inputs = inputs;
        this.classes = classes;
        this.weights = new double[(inputs + 1) * classes];
    }

    void fit(Tensor examples, float[] labels, int epochs, double rate) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int example : new Draw(epoch).permutation(labels.length)) {
                double[] p = probabilities(examples, example);
                for (int c = 0; c < classes; c++) {
                    double step = rate / (1 + epoch) * (p[c] - (labels[example] == c ? 1 : 0));
                    for (int i = 0; i < inputs; i++) {
                        weights[c * (inputs + 1) + i] -= step * examples.values()[example * inputs + i];
                    }
                    weights[c * (inputs + 1) + inputs] -= step;
                }
            }
        }
    }

    double accuracy(Tensor examples, float[] labels) {
        int right = 0;
        for (int example = 0; example < labels.length; example++) {
            double[] p = probabilities(examples, example);
            int best = IntStream.range(0, classes).reduce(0, (a, b) -> p[b] > p[a] ? b : a);
            right += best == labels[example] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /** Trains on one part and gives the accuracy on the other. */
    static double score(Split train, Split test, int classes, int epochs, double rate) {
        Batch learn = all(train);
        Batch judge = all(test);
        SoftmaxRegression model = new SoftmaxRegression(learn.inputs().size() / learn.size(), classes);
        model.fit(learn.inputs(), learn.targets().values(), epochs, rate);
        return model.accuracy(judge.inputs(), judge.targets().values());
    }

    static Batch all(Split split) {
        return split.batch(IntStream.range(0, split.size()).toArray());
    }

    private double[] probabilities(Tensor examples, int example) {
        double[] p = new double[classes];
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            p[c] = weights[c * (inputs + 1) + inputs];
            for (int i = 0; i < inputs; i++) {
                p[c] += weights[c * (inputs + 1) + i] * examples.values()[example * inputs + i];
            }
            largest = Math.max(largest, p[c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            p[c] = Math.exp(p[c] - largest);
            sum += p[c];
        }
        for (int c = 0; c < classes; c++) {
            p[c] /= sum;
        }
        return p;
    }
}
