package org.vitrine.peers.ours;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;
import org.vitrine.worker.network.EngineArrays;
import org.vitrine.worker.network.Network;

/** A network's parameters under PyTorch's names and in its layouts: matrices [out, in], gates of an LSTM as i, f, g, o. */
public final class PyTorchNames {
    private static final Map<String, String> SUFFIXES = Map.ofEntries(
            Map.entry("W", "weight"),
            Map.entry("R", "recurrent"),
            Map.entry("b", "bias"),
            Map.entry("rb", "recurrentBias"),
            Map.entry("g", "weight"),
            Map.entry("Wqkv", "qkv.weight"),
            Map.entry("bqkv", "qkv.bias"),
            Map.entry("Wo", "out.weight"),
            Map.entry("bo", "out.bias"),
            Map.entry("W1", "in.weight"),
            Map.entry("b1", "in.bias"),
            Map.entry("W2", "out.weight"),
            Map.entry("b2", "out.bias"));

    private PyTorchNames() {}

    public static Map<String, Tensor> parameters(Network network, ModelGraph graph) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        for (GraphVertex vertex : network.getVertices()) {
            Layer layer = vertex.getLayer();
            if (layer == null || layer.numParams() == 0) {
                continue;
            }
            String name = vertex.getVertexName();
            // A node may have become several layers, named after it and a dot.
            LayerSpec spec = graph.layer(new NodeId(name.replaceFirst("[.].*", "")));
            layer.paramTable(false)
                    .forEach((key, array) -> parameters.put(
                            name + "." + Objects.requireNonNull(SUFFIXES.get(key), key), converted(spec, array)));
        }
        return parameters;
    }

    /** The gradients that the network holds, in the same form. */
    public static Map<String, Tensor> gradients(Network network, ModelGraph graph) {
        // The parameters' views know how each part is laid out, so the gradients take their place for a moment.
        INDArray kept = network.params().dup();
        network.params().assign(network.getGradientsViewArray());
        try {
            return parameters(network, graph);
        } finally {
            network.params().assign(kept);
        }
    }

    private static Tensor converted(LayerSpec spec, INDArray array) {
        Tensor tensor = EngineArrays.tensor(array);
        boolean vector = tensor.shape().length == 1 || (tensor.shape().length == 2 && tensor.rows() == 1);
        if (vector) {
            tensor = tensor.reshape(tensor.size());
        } else if (tensor.shape().length == 2 && !(spec instanceof org.vitrine.graph.layer.Embedding)) {
            tensor = transposed(tensor);
        }
        return spec instanceof Lstm ? candidateThird(tensor) : tensor;
    }

    private static Tensor transposed(Tensor matrix) {
        int rows = matrix.shape()[0];
        int columns = matrix.shape()[1];
        Tensor turned = Tensor.zeros(columns, rows);
        for (int i = 0; i < matrix.size(); i++) {
            turned.values()[i % columns * rows + i / columns] = matrix.values()[i];
        }
        return turned;
    }

    /** Gates i, f, o, g along the first axis as i, f, g, o. */
    private static Tensor candidateThird(Tensor gates) {
        int quarter = gates.size() / 4;
        float[] values = Arrays.copyOf(gates.values(), gates.size());
        System.arraycopy(gates.values(), 3 * quarter, values, 2 * quarter, quarter);
        System.arraycopy(gates.values(), 2 * quarter, values, 3 * quarter, quarter);
        return new Tensor(gates.shape(), values);
    }
}
