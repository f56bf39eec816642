package org.vitrine.worker.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The sum of inputs of one shape, as for residual connections. Does what DL4J's element-wise vertex does, but keeps the
 * memory layout of this package's sequences, so that no copies follow.
 */
public final class SumVertex extends GraphVertex {

    private static final ElementWiseVertex STOCK = new ElementWiseVertex(ElementWiseVertex.Op.Add);

    public SumVertex() {}

    @Override
    public GraphVertex clone() {
        return new SumVertex();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SumVertex;
    }

    @Override
    public int hashCode() {
        return SumVertex.class.hashCode();
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray paramsView,
            boolean initializeParams,
            DataType networkDatatype) {
        return new Sum(graph, name, index, networkDatatype);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputTypes) {
        for (InputType type : inputTypes) {
            if (!Arrays.equals(type.getShape(), inputTypes[0].getShape())) {
                throw new IllegalStateException(
                        "a sum needs inputs of one shape, but gets " + Arrays.toString(inputTypes));
            }
        }
        return inputTypes[0];
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputTypes) {
        return STOCK.getMemoryReport(inputTypes);
    }
}
