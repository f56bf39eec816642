package org.vitrine.worker.network;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.worker.layers.ShowsAttention;

/** Reads out where attention layers look. */
public final class AttentionWeights {
    private AttentionWeights() {}

    /**
     * The weights of a layer for a batch, without training.
     *
     * @param layer the node's name
     * @return [n, heads, query step, key step]; the weights of each query that sees a key sum to one
     * @throws IllegalArgumentException if it is no attention layer
     */
    public static Tensor of(Network network, Batch batch, String layer) {
        ShowsAttention attention = find(network, layer);
        attention.keepAttentionWeights(true);
        try {
            network.outputs(batch);
            return EngineArrays.tensor(Objects.requireNonNull(attention.attentionWeights()));
        } finally {
            attention.keepAttentionWeights(false);
        }
    }

    /** Names of the layers that attend, in the order of computation, as {@link #of} takes them. */
    public static List<String> layers(Network network) {
        return Arrays.stream(network.topologicalSortOrder())
                .mapToObj(index -> network.getVertices()[index])
                .filter(vertex -> runtime(vertex) instanceof ShowsAttention)
                .map(GraphVertex::getVertexName)
                .toList();
    }

    private static ShowsAttention find(Network network, String layer) {
        return Arrays.stream(network.getVertices())
                .filter(vertex -> vertex.getVertexName().equals(layer)
                        || vertex.getVertexName().startsWith(layer + "."))
                .map(AttentionWeights::runtime)
                .filter(ShowsAttention.class::isInstance)
                .map(ShowsAttention.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + layer + "' is no attention layer"));
    }

    private static Object runtime(GraphVertex vertex) {
        return vertex.hasLayer() ? vertex.getLayer() : vertex;
    }
}
