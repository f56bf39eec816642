package org.vitrine.worker.parts;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of multi-head scaled dot-product attention without projections (Vaswani et al. 2017). Takes queries [batch,
 * size, time] and, with as many steps as it likes, keys and values side by side [batch, 2 * size, time]; gives [batch, size,
 * time] for each query. Masked steps are no keys, and give zeros as queries.
 */
public final class AttentionVertex extends PlainVertex {
    private static final long serialVersionUID = 1L;

    @JsonProperty
    private final int heads;

    @JsonProperty
    private final double dropout;

    /**
     * All settings.
     *
     * @param heads divides the size
     * @param dropout probability in [0, 1) that an attention weight is dropped in training
     */
    @JsonCreator
    public AttentionVertex(@JsonProperty("heads") int heads, @JsonProperty("dropout") double dropout) {
        this.heads = heads;
        this.dropout = dropout;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new AttentionVertexRuntime(graph, name, index, heads, dropout, networkType);
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    List<?> settings() {
        return List.of(heads, dropout);
    }
}
