package org.vitrine.worker.explain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.worker.network.Network;

/**
 * What leaves a layer, one row for each example: all values where there are few, else the mean of each map over its places. What
 * leaves it over time is averaged over the steps that are no padding.
 */
final class LayerRows {
    private static final int BATCH = 64;

    private final Network network;

    LayerRows(Network network) {
        this.network = network;
    }

    /**
     * Rows of a layer.
     *
     * @param rows [examples, values]
     * @param pooled whether values are means
     */
    record Found(Tensor rows, boolean pooled) {}

    /**
     * Finds them.
     *
     * @param most maps with more values are averaged
     * @throws IllegalArgumentException if there is no such layer, in words
     */
    Found of(Split part, int[] examples, String layer, int most, Progress progress) {
        if (network.getVertex(layer) == null) {
            throw new IllegalArgumentException("The model has no layer \"" + layer + "\"");
        }
        float[] values = new float[0];
        int width = 0;
        boolean pooled = false;
        for (int start = 0; start < examples.length; start += BATCH) {
            Batch batch = part.batch(Arrays.copyOfRange(examples, start, Math.min(examples.length, start + BATCH)));
            Found found = of(batch, layer, most);
            pooled = found.pooled();
            if (width == 0) {
                width = found.rows().shape()[1];
                checkMemory(examples.length, width);
                values = new float[Math.multiplyExact(examples.length, width)];
            }
            System.arraycopy(
                    found.rows().values(),
                    0,
                    values,
                    start * width,
                    found.rows().size());
            progress.at((double) (start + batch.size()) / examples.length);
        }
        return new Found(Tensor.of(values, examples.length, width), pooled);
    }

    private static void checkMemory(int examples, int width) {
        long bytes = (long) examples * width * Float.BYTES;
        if (bytes > Runtime.getRuntime().maxMemory() / 4) {
            throw new IllegalArgumentException("What leaves the layer for " + examples + " examples takes "
                    + (bytes >> 20) + " MB: ask about fewer examples, or another layer");
        }
    }

    /** Finds those of a batch. */
    Found of(Batch batch, String layer, int most) {
        Tensor found = network.activation(batch, layer);
        int size = found.size() / batch.size();
        int axes = found.shape().length - 1;
        if (axes != 2 && (axes < 2 || size <= most)) {
            return new Found(found.reshape(batch.size(), size), false);
        }
        int features = found.shape()[1];
        Tensor rows = Tensor.zeros(batch.size(), features);
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(means(found.row(i), mask(batch, i)), 0, rows.values(), i * features, features);
        }
        return new Found(rows, true);
    }

    private static @Nullable Tensor mask(Batch batch, int example) {
        Tensor mask = batch.mask();
        return mask == null ? null : mask.row(example);
    }

    /** Of [features, places...] the mean over the places; over time only those count that the mask, of the same length, has. */
    private static float[] means(Tensor value, @Nullable Tensor mask) {
        int features = value.shape()[0];
        int places = value.size() / features;
        float[] real =
                mask != null && value.shape().length == 2 && mask.size() == places ? mask.values() : new float[0];
        float[] means = new float[features];
        for (int f = 0; f < features; f++) {
            double sum = 0;
            int count = 0;
            for (int p = 0; p < places; p++) {
                if (real.length == 0 || real[p] != 0) {
                    sum += value.values()[f * places + p];
                    count++;
                }
            }
            means[f] = (float) (sum / Math.max(1, count));
        }
        return means;
    }
}
