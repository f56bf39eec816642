package org.vitrine.worker.parts;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Draws from normal distributions by the reparameterisation mean + exp(log variance / 2) noise (Kingma and Welling 2014):
 * means come first, log variances second. Without training the means pass. Adds {@code beta} times the divergence from a
 * standard normal distribution to the loss.
 */
public final class SamplingVertex extends PlainVertex {
    private static final long serialVersionUID = 1L;

    @JsonProperty
    private final double beta;

    @JsonCreator
    public SamplingVertex(@JsonProperty("beta") double beta) {
        this.beta = beta;
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
    public GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new SamplingVertexRuntime(graph, name, index, beta, networkType);
    }

    @Override
    List<?> settings() {
        return List.of(beta);
    }
}
