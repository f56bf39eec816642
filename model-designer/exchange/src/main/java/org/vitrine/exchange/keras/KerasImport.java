package org.vitrine.exchange.keras;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;

/**
 * A Keras model as a document and its weights.
 *
 * @param document without data; the graph is valid for data of this spec
 * @param data shape of an input and kind of target that the model was made for
 * @param weights by the names and in the layouts of docs/weights.md
 * @param layers what became of each layer of Keras, in the order of the file
 * @param warnings what is not quite the same here, in sentences
 * @param keras the version that wrote the file, empty if it does not tell
 */
public record KerasImport(
        GraphDocument document,
        DataSpec data,
        Map<String, Tensor> weights,
        List<MappedLayer> layers,
        List<String> warnings,
        String keras) {
    public KerasImport {
        weights = java.util.Collections.unmodifiableMap(new TreeMap<>(weights));
        layers = List.copyOf(layers);
        warnings = List.copyOf(warnings);
    }

    /**
     * What became of one layer.
     *
     * @param place its name, with the names of the models that it is in
     * @param type its class in Keras
     * @param nodes none for layers that do nothing when a trained model is used
     */
    public record MappedLayer(String place, String type, List<NodeId> nodes) {
        public MappedLayer {
            nodes = List.copyOf(nodes);
        }
    }

    /** Numbers in all arrays, running averages included. */
    public long values() {
        return weights.values().stream().mapToLong(Tensor::size).sum();
    }
}
