package org.vitrine.worker.explain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.neighbours.HeadGradients;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.worker.network.Network;

/** Runs a network forward for what its dense head's gradients are made of. What was found last of training examples is kept. */
final class HeadPasses {
    private static final int BATCH = 64;
    /** States of training. */
    private static final int KEPT = 4;

    private final Network network;
    private final Map<Key, HeadGradients> kept = new LinkedHashMap<>(8, 0.75f, true);

    /** What gradients of training examples depend on. */
    private record Key(int iteration, int examples) {}

    HeadPasses(Network network) {
        this.network = network;
    }

    /**
     * Gradients of training examples.
     *
     * @param iteration names the state that the network is in
     */
    HeadGradients of(int iteration, TrainingSample sample, Progress progress) {
        Key key = new Key(iteration, sample.size());
        HeadGradients before = kept.get(key);
        if (before != null) {
            return before;
        }
        while (kept.size() >= KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        int outputs = 0;
        int inputs = 0;
        float[] errors = new float[0];
        float[] entering = new float[0];
        for (int start = 0; start < sample.size(); start += BATCH) {
            int[] indices = Arrays.copyOfRange(sample.indices(), start, Math.min(sample.size(), start + BATCH));
            HeadGradients found = of(sample.part().batch(indices));
            if (start == 0) {
                outputs = found.errors().shape()[1];
                inputs = found.inputs().shape()[1];
                checkMemory((long) sample.size() * (outputs + inputs), sample.size());
                errors = new float[sample.size() * outputs];
                entering = new float[sample.size() * inputs];
            }
            System.arraycopy(
                    found.errors().values(),
                    0,
                    errors,
                    start * outputs,
                    found.errors().size());
            System.arraycopy(
                    found.inputs().values(),
                    0,
                    entering,
                    start * inputs,
                    found.inputs().size());
            progress.at((double) (start + indices.length) / sample.size());
        }
        HeadGradients all = new HeadGradients(
                Tensor.of(errors, sample.size(), outputs), Tensor.of(entering, sample.size(), inputs));
        kept.put(key, all);
        return all;
    }

    private static void checkMemory(long values, int examples) {
        long bytes = values * Float.BYTES;
        if (bytes > Runtime.getRuntime().maxMemory() / 8) {
            throw new IllegalArgumentException("What enters the head for " + examples + " examples takes "
                    + (bytes >> 20) + " MB: ask about fewer examples");
        }
    }

    /** Gradients of the examples of a batch. */
    HeadGradients of(Batch batch) {
        GraphVertex head =
                network.getVertex(network.getConfiguration().getNetworkOutputs().get(0));
        String before = network.getVertices()[head.getInputVertices()[0].getVertexIndex()].getVertexName();
        Network.Looked looked = network.look(batch.inputs(), batch.mask(), List.of(before));
        double[] gradient = new double[looked.outputs().length];
        network.objective().score(looked.outputs(), batch, gradient);
        double weight = network.objective().weight(batch);
        float[] errors = new float[gradient.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = (float) (gradient[i] * weight);
        }
        Tensor entering = looked.taps().get(0);
        return new HeadGradients(
                Tensor.of(errors, batch.size(), errors.length / batch.size()),
                entering.reshape(batch.size(), entering.size() / batch.size()));
    }
}
