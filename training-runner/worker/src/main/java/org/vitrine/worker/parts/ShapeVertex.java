package org.vitrine.worker.parts;

import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of vertices that have no parameters and only move values: add, concatenate, flatten, take a part of the
 * features. Sequences keep their memory order [batch, time, features], and masks stay as they are, which DL4J's own
 * vertices do not.
 */
public final class ShapeVertex extends PlainVertex {
    private static final long serialVersionUID = 1L;

    /** What the vertex does. */
    public enum Kind {
        ADD,
        CONCATENATE,
        FLATTEN,
        FEATURES
    }

    @JsonProperty
    private final Kind kind;

    @JsonProperty
    private final long from;

    @JsonProperty
    private final long to;

    @JsonCreator
    public ShapeVertex(@JsonProperty("kind") Kind kind, @JsonProperty("from") long from, @JsonProperty("to") long to) {
        this.kind = kind;
        this.from = from;
        this.to = to;
    }

    /** Adds, concatenates along axis 1, or flattens. */
    public static ShapeVertex of(Kind kind) {
        return new ShapeVertex(kind, 0, 0);
    }

    /** Features {@code from} (inclusive) to {@code to} (exclusive) of a sequence. */
    public static ShapeVertex features(long from, long to) {
        return new ShapeVertex(Kind.FEATURES, from, to);
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new ShapeVertexRuntime(graph, name, index, kind, from, to, networkType);
    }

    /** Known for sums and concatenations, which need no analysis of the graph. */
    @Override
    public InputType getOutputType(int layerIndex, InputType... inputTypes) {
        return switch (kind) {
            case ADD -> inputTypes[0];
            case CONCATENATE -> new MergeVertex().getOutputType(layerIndex, inputTypes);
            case FLATTEN, FEATURES -> super.getOutputType(layerIndex, inputTypes);
        };
    }

    @Override
    public int maxVertexInputs() {
        return kind == Kind.ADD || kind == Kind.CONCATENATE ? Integer.MAX_VALUE : 1;
    }

    @Override
    public ShapeVertex clone() {
        return new ShapeVertex(kind, from, to);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShapeVertex vertex && vertex.kind == kind && vertex.from == from && vertex.to == to;
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + Long.hashCode(from * 31 + to);
    }
}
