package org.vitrine.attribution;

import java.util.function.IntFunction;
import org.vitrine.datasets.Tensor;

/** Batches of variants of one input. */
public final class Inputs {
    /** So many inputs at a time: enough to keep a device busy, little enough for any memory. */
    public static final int BATCH = 64;

    private Inputs() {}

    /** Something to do with a batch that starts at variant {@code start}. */
    @FunctionalInterface
    public interface BatchConsumer {
        void accept(int start, Tensor batch);
    }

    /** Hands out {@code count} variants of the given shape in batches, and tells how far it is before each. */
    public static void inBatches(
            Progress progress, int[] shape, int count, IntFunction<float[]> variant, BatchConsumer consumer) {
        for (int start = 0; start < count; start += BATCH) {
            progress.at(start / (double) count);
            float[][] rows = new float[Math.min(BATCH, count - start)][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = variant.apply(start + i);
            }
            consumer.accept(start, stack(shape, rows));
        }
    }

    /** One batch of the given values, each of the given shape. */
    public static Tensor stack(int[] shape, float[]... rows) {
        int size = rows[0].length;
        float[] values = new float[Math.multiplyExact(rows.length, size)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * size, size);
        }
        int[] batchShape = new int[shape.length + 1];
        batchShape[0] = rows.length;
        System.arraycopy(shape, 0, batchShape, 1, shape.length);
        return new Tensor(batchShape, values);
    }

    /** The scores of one target, of some inputs of the given shape. */
    public static float[] scores(DifferentiableModel model, int[] shape, int target, float[]... inputs) {
        float[] all = model.scores(stack(shape, inputs)).values();
        float[] scores = new float[inputs.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = all[i * model.targets() + target];
        }
        return scores;
    }

    /** The score of one input. */
    public static double score(DifferentiableModel model, Tensor input, int target) {
        return scores(model, input.shape(), target, input.values())[0];
    }

    public static void checkTarget(DifferentiableModel model, int target) {
        if (target < 0 || target >= model.targets()) {
            throw new IllegalArgumentException(
                    "There is no target " + target + "; the model has " + model.targets() + ", counted from 0.");
        }
    }
}
