package org.vitrine.attribution.effects;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** Models that are formulas, and inputs for them. */
final class Formulas {
    private Formulas() {}

    static float[] row(Tensor inputs, int index) {
        return inputs.row(index).values();
    }

    /** Answers with one value. */
    static Predictor predictor(ToDoubleFunction<float[]> formula) {
        return inputs -> {
            float[] answers = new float[inputs.rows()];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = (float) formula.applyAsDouble(row(inputs, i));
            }
            return Tensor.of(answers, answers.length, 1);
        };
    }

    /** Mean squared error; the metric is its root. */
    static Tester tester(ToDoubleFunction<float[]> formula) {
        return split -> {
            Batch all = split.batch(IntStream.range(0, split.size()).toArray());
            double sum = 0;
            for (int i = 0; i < split.size(); i++) {
                double error = formula.applyAsDouble(row(all.inputs(), i))
                        - all.targets().values()[i];
                sum += error * error;
            }
            return new Quality(sum / split.size(), Math.sqrt(sum / split.size()));
        };
    }

    /** Independent normal columns with these deviations. */
    static Tensor normal(int rows, double... deviations) {
        float[] values = new float[rows * deviations.length];
        Draw draw = new Draw(11);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (draw.gaussian() * deviations[i % deviations.length]);
        }
        return Tensor.of(values, rows, deviations.length);
    }

    /** Examples whose targets the formula tells without error. */
    static MemorySplit answered(Tensor inputs, ToDoubleFunction<float[]> formula) {
        float[] targets = new float[inputs.rows()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) formula.applyAsDouble(row(inputs, i));
        }
        return new MemorySplit(inputs, Tensor.of(targets, targets.length, 1), null);
    }

    static double variance(Tensor inputs, int column) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < inputs.rows(); i++) {
            double value = row(inputs, i)[column];
            sum += value;
            squares += value * value;
        }
        double mean = sum / inputs.rows();
        return squares / inputs.rows() - mean * mean;
    }
}
