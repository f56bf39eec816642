package org.vitrine.worker.parts;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Inverted dropout with probability {@code rate} (Srivastava et al. 2014). DL4J's layer fails on masked sequences and can
 * not go backward after a forward pass without training.
 */
public final class DropoutVertex extends PlainVertex {
    private static final long serialVersionUID = 1L;

    @JsonProperty
    private final double rate;

    @JsonCreator
    public DropoutVertex(@JsonProperty("rate") double rate) {
        this.rate = rate;
    }

    @Override
    public GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new DropoutVertexRuntime(graph, name, index, rate, networkType);
    }

    @Override
    List<?> settings() {
        return List.of(rate);
    }
}
