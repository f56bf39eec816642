package org.vitrine.worker.parts;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.DropOutInverted;
import org.nd4j.linalg.factory.Nd4j;

/** Multiplies by 0 or 1 / (1 - rate) while training, and does nothing otherwise. */
final class DropoutVertexRuntime extends PlainVertexRuntime {
    private final double rate;
    private @Nullable INDArray kept;

    DropoutVertexRuntime(ComputationGraph graph, String name, int index, double rate, DataType type) {
        super(graph, name, index, type);
        this.rate = rate;
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray out = createLike(workspaces, ArrayType.ACTIVATIONS, inputs[0]).assign(inMemory(inputs[0]));
        kept = null;
        if (training && rate > 0) {
            INDArray factors =
                    createLike(workspaces, ArrayType.ACTIVATIONS, inputs[0]).assign(1);
            Nd4j.getExecutioner().exec(new DropOutInverted(factors, factors, 1 - rate));
            out.muli(factors);
            kept = factors;
        }
        return inMemory(out);
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray gradient =
                createLike(workspaces, ArrayType.ACTIVATION_GRAD, epsilon).assign(inMemory(epsilon));
        if (kept != null) {
            gradient.muli(kept);
        }
        return new INDArray[] {inMemory(gradient)};
    }

    @Override
    public void clear() {
        super.clear();
        kept = null;
    }
}
