package org.vitrine.worker.parts;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of vertices that make one array of several: value by value, or end to end along axis 1. Sequences keep
 * their memory order [batch, time, features], and masks stay as they are, which DL4J's own vertices do not. A step is real
 * where it is so in every input that has a mask.
 */
public final class CombineVertex extends PlainVertex {
    private static final long serialVersionUID = 1L;

    /** What becomes of the inputs. */
    public enum Kind {
        ADD,
        AVERAGE,
        /** The first input minus the second. */
        SUBTRACT,
        MULTIPLY,
        CONCATENATE
    }

    @JsonProperty
    private final Kind kind;

    @JsonCreator
    public CombineVertex(@JsonProperty("kind") Kind kind) {
        this.kind = kind;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new CombineVertexRuntime(graph, name, index, kind, networkType);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputTypes) {
        return kind == Kind.CONCATENATE ? new MergeVertex().getOutputType(layerIndex, inputTypes) : inputTypes[0];
    }

    @Override
    public int maxVertexInputs() {
        return kind == Kind.SUBTRACT ? 2 : Integer.MAX_VALUE;
    }

    @Override
    List<?> settings() {
        return List.of(kind);
    }
}
