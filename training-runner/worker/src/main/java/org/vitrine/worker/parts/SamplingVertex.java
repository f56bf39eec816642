package org.vitrine.worker.parts;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.jspecify.annotations.Nullable;
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
    public SamplingVertex clone() {
        return new SamplingVertex(beta);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SamplingVertex vertex && vertex.beta == beta;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(beta);
    }
}
