package org.vitrine.worker.parts;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a vertex that puts axes in another order or lays values out anew, read in the order of the axes as DL4J
 * sees them. The time axis is lost, and the mask with it: what is padding becomes zero.
 */
public final class RearrangeVertex extends PlainVertex {
    private static final long serialVersionUID = 1L;

    /** For each new axis the old one, 0 being the batch; empty to keep the order. */
    @JsonProperty
    private final int[] order;

    /** Lengths of the new axes without the batch; empty to keep the lengths. */
    @JsonProperty
    private final long[] shape;

    @JsonCreator
    RearrangeVertex(@JsonProperty("order") int[] order, @JsonProperty("shape") long[] shape) {
        this.order = order.clone();
        this.shape = shape.clone();
    }

    /**
     * Another order of the axes.
     *
     * @param order for each new axis the old one; the first is 0, the batch
     */
    public static RearrangeVertex permuted(int... order) {
        return new RearrangeVertex(order, new long[0]);
    }

    /**
     * Another layout of the same values.
     *
     * @param shape lengths of one to three axes, without the batch
     */
    public static RearrangeVertex reshaped(long... shape) {
        return new RearrangeVertex(new int[0], shape);
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new RearrangeVertexRuntime(graph, name, index, this, networkType);
    }

    /** The order of the axes for arrays of {@code rank}. */
    int[] order(int rank) {
        int[] axes = order.clone();
        if (order.length == 0) {
            axes = new int[rank];
            Arrays.setAll(axes, axis -> axis);
        }
        return axes;
    }

    /** The shape, batch included, that an array of {@code given} gets. */
    long[] shape(long... given) {
        int[] axes = order(given.length);
        long[] sizes = Arrays.stream(axes).mapToLong(axis -> given[axis]).toArray();
        if (shape.length > 0) {
            sizes = new long[shape.length + 1];
            sizes[0] = given[0];
            System.arraycopy(shape, 0, sizes, 1, shape.length);
        }
        return sizes;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputTypes) {
        long[] sizes = shape(inputTypes[0].getShape(true));
        return typeOf(Arrays.copyOfRange(sizes, 1, sizes.length));
    }

    @Override
    List<?> settings() {
        return List.of(
                Arrays.stream(order).boxed().toList(),
                Arrays.stream(shape).boxed().toList());
    }
}
