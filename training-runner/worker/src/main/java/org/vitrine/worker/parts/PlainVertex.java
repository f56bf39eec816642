package org.vitrine.worker.parts;

import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.jspecify.annotations.Nullable;

/** Configuration of a vertex without parameters. It does not change, so that it is its own copy. */
abstract class PlainVertex extends GraphVertex {
    private static final long serialVersionUID = 1L;

    /** All that tells it from others of its class. */
    abstract List<?> settings();

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof PlainVertex vertex
                && vertex.getClass() == getClass()
                && vertex.settings().equals(settings());
    }

    @Override
    public final int hashCode() {
        return settings().hashCode();
    }

    @Override
    public final GraphVertex clone() {
        return this;
    }

    @Override
    public int minVertexInputs() {
        return 1;
    }

    @Override
    public int maxVertexInputs() {
        return 1;
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    /** The type of the first input. */
    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        return inputs[0];
    }

    /** DL4J's word for one example with one axis (a vector), two (features, time) or three (an image, channels first). */
    static InputType typeOf(long... sizes) {
        return switch (sizes.length) {
            case 1 -> InputType.feedForward(sizes[0]);
            case 2 -> InputType.recurrent(sizes[0], sizes[1], RNNFormat.NCW);
            default -> InputType.convolutional(sizes[1], sizes[2], sizes[0]);
        };
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder("", getClass(), inputs[0], inputs[0])
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }
}
