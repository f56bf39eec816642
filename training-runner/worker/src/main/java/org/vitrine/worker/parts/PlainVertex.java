package org.vitrine.worker.parts;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;

/** Configuration of a vertex without parameters that DL4J's own shape inference never sees. */
abstract class PlainVertex extends GraphVertex {
    private static final long serialVersionUID = 1L;

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

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        throw new UnsupportedOperationException("Shapes come from the graph's analysis");
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
