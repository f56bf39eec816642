package org.vitrine.worker.parts;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Configuration of a vertex that keeps a range of one axis. A range of time takes its part of the mask along. */
public final class SliceVertex extends PlainVertex {
    private static final long serialVersionUID = 1L;

    @JsonProperty
    private final int axis;

    @JsonProperty
    private final boolean time;

    @JsonProperty
    private final long from;

    @JsonProperty
    private final long to;

    /**
     * All settings.
     *
     * @param axis as DL4J counts them: 0 is the batch, 1 features or channels (of token ids the time)
     * @param time whether it is the axis of time, so of the mask
     * @param from first position to keep
     * @param to the position after the last one
     */
    @JsonCreator
    public SliceVertex(
            @JsonProperty("axis") int axis,
            @JsonProperty("time") boolean time,
            @JsonProperty("from") long from,
            @JsonProperty("to") long to) {
        this.axis = axis;
        this.time = time;
        this.from = from;
        this.to = to;
    }

    /** Keeps features or channels. */
    public static SliceVertex features(long from, long to) {
        return new SliceVertex(1, false, from, to);
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new SliceVertexRuntime(graph, name, index, this, networkType);
    }

    int axis() {
        return axis;
    }

    boolean isTime() {
        return time;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputTypes) {
        long[] sizes = inputTypes[0].getShape(false).clone();
        sizes[axis - 1] = to - from;
        return typeOf(sizes);
    }

    @Override
    List<?> settings() {
        return List.of(axis, time, from, to);
    }
}
