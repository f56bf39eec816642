package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.network.AttentionWeights;
import org.vitrine.worker.network.Network;

/** Tells where attention layers look. */
final class Attending {
    private final AnswerFiles files;
    private final Dataset data;
    private final Network network;

    Attending(AnswerFiles files, Dataset data, Network network) {
        this.files = files;
        this.data = data;
        this.network = network;
    }

    /**
     * Finds the weights of all layers.
     *
     * @throws IllegalArgumentException if there is no such example or no layer that attends, in words
     */
    SessionEvent.Attended attend(WorkerCommand.Attend question) throws IOException {
        long began = System.nanoTime();
        List<String> layers = AttentionWeights.layers(network);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("This model has no layer that attends to steps");
        }
        Split part = data.part(question.part());
        if (question.example() < 0 || question.example() >= part.size()) {
            throw new IllegalArgumentException("There is no example " + question.example() + ": the part has "
                    + part.size() + " examples, from 0");
        }
        Batch example = part.example(question.example());
        Map<String, Tensor> weights = new LinkedHashMap<>();
        for (String layer : layers) {
            weights.put(layer, real(AttentionWeights.of(network, example, layer).row(0), example.mask()));
        }
        Path file = files.next("attention.npz");
        Npz.write(file, weights);
        return new SessionEvent.Attended(
                question.request(), layers, files.relative(file), (System.nanoTime() - began) / 1e9);
    }

    /** Without queries and keys that are padding; weights [heads, query, key] of other lengths than the mask stay whole. */
    static Tensor real(Tensor weights, @Nullable Tensor mask) {
        int[] queries = kept(weights.shape()[1], mask);
        int[] keys = kept(weights.shape()[2], mask);
        int heads = weights.shape()[0];
        float[] values = new float[heads * queries.length * keys.length];
        int at = 0;
        for (int head = 0; head < heads; head++) {
            for (int query : queries) {
                for (int key : keys) {
                    values[at++] = weights.values()[(head * weights.shape()[1] + query) * weights.shape()[2] + key];
                }
            }
        }
        return Tensor.of(values, heads, queries.length, keys.length);
    }

    private static int[] kept(int steps, @Nullable Tensor mask) {
        return mask == null || mask.size() != steps
                ? IntStream.range(0, steps).toArray()
                : IntStream.range(0, steps)
                        .filter(step -> mask.values()[step] != 0)
                        .toArray();
    }
}
