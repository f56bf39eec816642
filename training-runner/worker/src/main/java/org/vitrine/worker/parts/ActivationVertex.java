package org.vitrine.worker.parts;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** An activation function on its own, for every shape and with masks, on which DL4J's layer fails. */
public final class ActivationVertex extends PlainVertex {
    private static final long serialVersionUID = 1L;

    @JsonProperty
    private final IActivation function;

    @JsonCreator
    public ActivationVertex(@JsonProperty("function") IActivation function) {
        this.function = function;
    }

    @Override
    public GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new ActivationVertexRuntime(graph, name, index, function, networkType);
    }

    @Override
    List<?> settings() {
        return List.of(function);
    }
}
