package org.vitrine.worker.network;

import java.util.OptionalDouble;
import org.vitrine.datasets.Batch;

/**
 * How well outputs give the inputs back, summed over an example's values: binary cross entropy of sigmoid outputs, or half the
 * squared error. The metric is the root mean squared error of a value.
 *
 * @param binary whether outputs go through a sigmoid
 */
public record ReconstructionObjective(boolean binary) implements PlacedObjective {

    @Override
    public Score score(double[] z, Batch batch, double[] gradient) {
        int examples = batch.size();
        float[] inputs = batch.inputs().values();
        int values = inputs.length / Math.max(1, examples);
        double loss = 0;
        double squares = 0;
        for (int i = 0; i < inputs.length; i++) {
            double error = value(z[i]) - inputs[i];
            squares += error * error;
            loss += binary
                    ? Math.max(z[i], 0) - z[i] * inputs[i] + Math.log1p(Math.exp(-Math.abs(z[i])))
                    : error * error / 2;
            if (gradient.length > 0) {
                gradient[i] = error / examples;
            }
        }
        return new Score(examples, loss, squares / values);
    }

    /** What an output stands for. */
    public double value(double z) {
        return binary ? Sigmoid.of(z) : z;
    }

    @Override
    public int places(int outputs) {
        return outputs;
    }

    @Override
    public Scores at(int place, int outputs) {
        return new ValueScores(binary, place, outputs);
    }

    /** The largest value of the input. */
    @Override
    public int watched(Batch example, double[] outputs) {
        float[] inputs = example.inputs().values();
        int largest = 0;
        for (int i = 1; i < inputs.length; i++) {
            if (Math.abs(inputs[i]) > Math.abs(inputs[largest])) {
                largest = i;
            }
        }
        return largest;
    }

    @Override
    public OptionalDouble truth(Batch example, int place) {
        return OptionalDouble.of(example.inputs().values()[place]);
    }

    @Override
    public double metric(Score score) {
        return Math.sqrt(score.meanMetric());
    }
}
