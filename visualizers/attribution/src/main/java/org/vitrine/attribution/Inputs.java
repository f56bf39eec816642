package org.vitrine.attribution;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.vitrine.datasets.Tensor;

/** Batches of variants of one input. */
final class Inputs {
    /** So many inputs at a time: enough to keep a device busy, little enough for any memory. */
    static final int BATCH = 64;

    private Inputs() {}

    /** Something to do with a batch that starts at variant {@code start}. */
    @FunctionalInterface
    interface BatchConsumer {
        void accept(int start, Tensor batch);
    }

    /** Hands out {@code count} variants of the given shape in batches. */
    static void inBatches(int[] shape, int count, IntFunction<float[]> variant, BatchConsumer consumer) {
        for (int start = 0; start < count; start += BATCH) {
            float[][] rows = new float[Math.min(BATCH, count - start)][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = variant.apply(start + i);
            }
            consumer.accept(start, stack(shape, rows));
        }
    }

    /** One batch of the given values, each of the given shape. */
    static Tensor stack(int[] shape, float[]... rows) {
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

    /** The baseline's values, zeros if none is given. */
    static float[] baseline(Tensor input, AttributionOptions options) {
        Tensor baseline = options.baseline();
        if (baseline == null) {
            return new float[input.size()];
        }
        if (!Arrays.equals(baseline.shape(), input.shape())) {
            throw new IllegalArgumentException("The baseline has the shape " + Arrays.toString(baseline.shape())
                    + ", the input " + Arrays.toString(input.shape()));
        }
        return baseline.values();
    }

    static void checkTarget(DifferentiableModel model, int target) {
        if (target < 0 || target >= model.targets()) {
            throw new IllegalArgumentException(
                    "There is no target " + target + "; the model has " + model.targets() + ", counted from 0.");
        }
    }
}
