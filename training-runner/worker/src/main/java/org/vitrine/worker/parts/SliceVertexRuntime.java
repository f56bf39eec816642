package org.vitrine.worker.parts;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.layers.Detached;

/** Copies the range forward and its gradient back; what was cut off gets none. */
final class SliceVertexRuntime extends PlainVertexRuntime {
    private final SliceVertex conf;

    SliceVertexRuntime(ComputationGraph graph, String name, int index, SliceVertex conf, DataType type) {
        super(graph, name, index, type);
        this.conf = conf;
    }

    /** The range as it lies in the memory of an array like the input. */
    private INDArray cut(INDArray memory) {
        int axis = memory.rank() == 3 ? 3 - conf.axis() : conf.axis();
        return range(memory, axis, conf.from(), conf.to());
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray part = cut(inMemory(inputs[0]));
        return inMemory(workspaces
                .createUninitialized(ArrayType.ACTIVATIONS, dataType, part.shape(), 'c')
                .assign(part));
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray gradient = createLike(workspaces, ArrayType.ACTIVATION_GRAD, inputs[0]);
        gradient.assign(0);
        cut(gradient).assign(inMemory(epsilon));
        return new INDArray[] {inMemory(gradient)};
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        Pair<INDArray, MaskState> passed = super.feedForwardMaskArrays(masks, state, batch);
        if (passed == null || !conf.isTime()) {
            return passed;
        }
        return new Pair<>(
                Detached.create(() ->
                        range(passed.getFirst(), 1, conf.from(), conf.to()).dup('c')),
                state);
    }
}
