package org.vitrine.worker.network;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.metrics.EditDistance;

/**
 * Rows of labels read off sequences: outputs [n, labels + 1, time], targets [n, most] with -1 behind the last label. The
 * metric is the label error rate: edits to the true row as a share of its length, averaged over examples (Graves et al.
 * 2006).
 */
public final class CtcObjective implements PlacedObjective {
    private final CtcLoss loss;

    /** For so many kinds of label. */
    public CtcObjective(int labels) {
        this.loss = new CtcLoss(labels);
    }

    @Override
    public Score score(double[] z, Batch batch, double[] gradient) {
        int examples = batch.size();
        int stride = z.length / Math.max(1, examples) / loss.units();
        double sum = 0;
        double errors = 0;
        for (int i = 0; i < examples; i++) {
            int start = i * loss.units() * stride;
            int steps = steps(batch, i, stride);
            int[] row = actual(batch, i);
            if (CtcLoss.leastSteps(row) > steps) {
                throw new IllegalArgumentException("An example has " + row.length + " labels but only " + steps
                        + " steps to read them from. Use fewer or smaller pooling layers and strides.");
            }
            sum += loss.loss(z, start, stride, steps, row, gradient, 1.0 / examples);
            int edits = EditDistance.between(loss.decode(z, start, stride, steps), row);
            errors += (double) edits / Math.max(1, row.length);
        }
        return new Score(examples, sum, errors);
    }

    @Override
    public int places(int outputs) {
        return outputs / loss.units();
    }

    /** The labels at a step, and last that there is none. */
    @Override
    public Scores at(int place, int outputs) {
        return new PlaceScores(loss.units(), place, places(outputs));
    }

    /** Where the first true label is most probable: no step is said to be its own. */
    @Override
    public int watched(Batch example, double[] outputs) {
        int places = places(outputs.length);
        int[] row = actual(example, 0);
        int best = 0;
        double most = -1;
        for (int step = 0; step < steps(example, 0, places) && row.length > 0; step++) {
            double probability = at(step, outputs.length).predictions(outputs)[row[0]];
            if (probability > most) {
                most = probability;
                best = step;
            }
        }
        return best;
    }

    /** The first true label, for {@link #watched}. */
    @Override
    public OptionalDouble truth(Batch example, int place) {
        int[] row = actual(example, 0);
        return row.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(row[0]);
    }

    /** No label is the last of the classes. */
    @Override
    public int told(float[] predictions) {
        int best = PlacedObjective.super.told(predictions);
        return best == predictions.length - 1 ? -1 : best;
    }

    /** The true labels of an example of a batch. */
    public static int[] actual(Batch batch, int example) {
        float[] targets = batch.targets().values();
        int most = targets.length / batch.size();
        int[] row = new int[most];
        int length = 0;
        for (int i = 0; i < most && targets[example * most + i] >= 0; i++) {
            row[length++] = (int) targets[example * most + i];
        }
        return Arrays.copyOf(row, length);
    }

    /** The labels that the outputs for an example of a batch are read as. */
    public int[] decode(double[] z, Batch batch, int example) {
        int stride = z.length / batch.size() / loss.units();
        return loss.decode(z, example * loss.units() * stride, stride, steps(batch, example, stride));
    }

    /** Real steps of an example; layers with strides leave fewer steps than the mask has. */
    private static int steps(Batch batch, int example, int outputSteps) {
        @Nullable Tensor mask = batch.mask();
        if (mask == null) {
            return outputSteps;
        }
        int all = mask.size() / batch.size();
        int real = 0;
        for (int t = 0; t < all; t++) {
            real += mask.values()[example * all + t] != 0 ? 1 : 0;
        }
        return Math.max(1, (int) Math.ceil((double) real * outputSteps / all));
    }

    @Override
    public double metric(Score score) {
        return score.meanMetric();
    }
}
