package org.vitrine.worker.parts;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a vertex that keeps the maximum or the mean of each channel over all pixels, or over the steps that are not
 * masked: [batch, channels, ...] to [batch, channels]. Of no steps at all it gives zeros, where DL4J's layer gives NaN.
 */
public final class GlobalPoolingVertex extends PlainVertex {
    private static final long serialVersionUID = 1L;

    @JsonProperty
    private final boolean maximum;

    /** @param maximum or else the mean */
    @JsonCreator
    public GlobalPoolingVertex(@JsonProperty("maximum") boolean maximum) {
        this.maximum = maximum;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new GlobalPoolingVertexRuntime(graph, name, index, maximum, networkType);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        return typeOf(inputs[0].getShape(false)[0]);
    }

    @Override
    List<?> settings() {
        return List.of(maximum);
    }
}
