package org.vitrine.attribution.effects;

import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Tensor;

/**
 * What a model answers while one column, or two, take the same value in all examples and everything else stays. The mean over examples
 * is the partial dependence (Friedman 2001: Greedy Function Approximation: A Gradient Boosting Machine, section 8); each example by
 * itself is an individual conditional expectation (Goldstein, Kapelner, Bleich, Pitkin 2015: Peeking Inside the Black Box).
 */
public final class PartialDependence {
    private PartialDependence() {}

    /**
     * Answers for each value and example.
     *
     * @param inputs [n, ...input shape]
     * @return [values, n, targets]
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it
     */
    public static Tensor curves(Predictor model, Tensor inputs, DependenceAxis axis, Progress progress) {
        int values = axis.values().size();
        float[] found = new float[0];
        int targets = 0;
        for (int value = 0; value < values; value++) {
            progress.at((double) value / values);
            Tensor changed = new Tensor(inputs.shape(), inputs.values().clone());
            axis.write(value, changed);
            Tensor answers = model.predict(changed);
            if (value == 0) {
                targets = answers.size() / inputs.rows();
                found = new float[Math.multiplyExact(values, answers.size())];
            }
            System.arraycopy(answers.values(), 0, found, value * answers.size(), answers.size());
        }
        return Tensor.of(found, values, inputs.rows(), targets);
    }

    /**
     * Partial dependence on two columns: means over the examples.
     *
     * @param inputs [n, ...input shape]
     * @return [values of the first, values of the second, targets]
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it
     */
    public static Tensor surface(
            Predictor model, Tensor inputs, DependenceAxis first, DependenceAxis second, Progress progress) {
        int rows = first.values().size();
        int columns = second.values().size();
        float[] found = new float[0];
        int targets = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                progress.at((double) (row * columns + column) / (rows * columns));
                Tensor changed = new Tensor(inputs.shape(), inputs.values().clone());
                first.write(row, changed);
                second.write(column, changed);
                Tensor answers = model.predict(changed);
                if (targets == 0) {
                    targets = answers.size() / inputs.rows();
                    found = new float[Math.multiplyExact(rows * columns, targets)];
                }
                for (int target = 0; target < targets; target++) {
                    found[(row * columns + column) * targets + target] =
                            (float) mean(answers.values(), target, targets);
                }
            }
        }
        return Tensor.of(found, rows, columns, targets);
    }

    private static double mean(float[] answers, int target, int targets) {
        double sum = 0;
        for (int i = target; i < answers.length; i += targets) {
            sum += answers[i];
        }
        return sum * targets / answers.length;
    }
}
