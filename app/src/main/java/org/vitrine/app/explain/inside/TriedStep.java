package org.vitrine.app.explain.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.vitrine.arithmetic.Cell;
import org.vitrine.datasets.Tensor;

/** One step of training, which was tried and not kept. */
public record TriedStep(double lossBefore, double lossAfter, double learningRate, List<Change> changes) {
    public TriedStep {
        changes = List.copyOf(changes);
    }

    /** What happens to one parameter array, such as {@code conv1/W}. */
    public record Change(String name, Tensor before, Tensor gradient, Tensor after) {

        public double norm() {
            return length(before.values());
        }

        public double gradientNorm() {
            return length(gradient.values());
        }

        public double updateNorm() {
            float[] update = new float[before.size()];
            for (int i = 0; i < update.length; i++) {
                update[i] = after.values()[i] - before.values()[i];
            }
            return length(update);
        }

        /** Length of the update by that of the weights; NaN where these are zero. */
        public double ratio() {
            return norm() == 0 ? Double.NaN : updateNorm() / norm();
        }

        /** The value at a place, row by row. */
        Value at(int place) {
            return new Value(
                    Cell.at(place, before.shape()),
                    before.values()[place],
                    gradient.values()[place],
                    after.values()[place]);
        }

        /** Those of the most changed values. */
        public List<Value> values(int most) {
            return IntStream.range(0, before.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(gradient.values()[i])))
                    .limit(most)
                    .map(this::at)
                    .toList();
        }

        private static double length(float... values) {
            double sum = 0;
            for (float value : values) {
                sum += (double) value * value;
            }
            return Math.sqrt(sum);
        }
    }

    /** One number of a parameter. */
    public record Value(Cell cell, double before, double gradient, double after) {
        public double update() {
            return after - before;
        }
    }

    /** @param arrays {@code before/}, {@code gradient/} and {@code after/} for each parameter */
    static TriedStep of(double lossBefore, double lossAfter, double learningRate, Map<String, Tensor> arrays) {
        List<Change> changes = new ArrayList<>();
        arrays.forEach((name, before) -> {
            if (name.startsWith("before/")) {
                String parameter = name.substring("before/".length());
                changes.add(new Change(
                        parameter,
                        before,
                        Objects.requireNonNull(arrays.get("gradient/" + parameter)),
                        Objects.requireNonNull(arrays.get("after/" + parameter))));
            }
        });
        return new TriedStep(lossBefore, lossAfter, learningRate, changes);
    }
}
