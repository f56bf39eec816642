package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.network.Network;

/**
 * Tells what leaves a layer for many examples, one row each: all values where there are few, else the mean of each map over
 * its places. What leaves it over time is averaged over the steps that are no padding.
 */
final class LayerOutputs {
    private static final int BATCH = 64;
    /** Maps with more values are averaged. */
    private static final int MOST_VALUES = 1024;

    private final AnswerFiles files;
    private final Dataset data;
    private final Network network;

    LayerOutputs(AnswerFiles files, Dataset data, Network network) {
        this.files = files;
        this.data = data;
        this.network = network;
    }

    /**
     * Finds them.
     *
     * @throws IllegalArgumentException if there is no such layer or example, in words
     */
    SessionEvent.Activated of(WorkerCommand.Activate question, Progress progress) throws IOException {
        long began = System.nanoTime();
        Split part = data.part(question.part());
        int count = Math.min(question.examples(), part.size());
        if (network.getVertex(question.layer()) == null) {
            throw new IllegalArgumentException("The model has no layer \"" + question.layer() + "\"");
        }
        if (count < 1) {
            throw new IllegalArgumentException("The part " + question.part() + " has no examples");
        }
        float[] values = new float[0];
        int width = 0;
        boolean pooled = false;
        for (int start = 0; start < count; start += BATCH) {
            int[] indices = new int[Math.min(BATCH, count - start)];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = start + i;
            }
            Batch batch = part.batch(indices);
            Tensor found = network.activation(batch, question.layer());
            for (int i = 0; i < indices.length; i++) {
                Tensor ofExample = found.row(i);
                pooled = isPooled(ofExample);
                float[] row = pooled ? means(ofExample, mask(batch, i)) : ofExample.values();
                if (width == 0) {
                    width = row.length;
                    values = new float[Math.multiplyExact(count, width)];
                }
                System.arraycopy(row, 0, values, (start + i) * width, width);
            }
            progress.at((double) (start + indices.length) / count);
        }
        Path file = files.next("layer.npy");
        Npy.write(file, Tensor.of(values, count, width));
        return new SessionEvent.Activated(
                question.request(),
                question.layer(),
                files.relative(file),
                count,
                width,
                pooled,
                (System.nanoTime() - began) / 1e9);
    }

    private static boolean isPooled(Tensor value) {
        int axes = value.shape().length;
        return axes == 2 || (axes > 2 && value.size() > MOST_VALUES);
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
