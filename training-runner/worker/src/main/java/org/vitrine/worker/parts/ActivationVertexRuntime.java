package org.vitrine.worker.parts;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Applies an activation function. */
final class ActivationVertexRuntime extends PlainVertexRuntime {
    private final IActivation function;

    ActivationVertexRuntime(ComputationGraph graph, String name, int index, IActivation function, DataType type) {
        super(graph, name, index, type);
        this.function = function;
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray out = createLike(workspaces, ArrayType.ACTIVATIONS, inputs[0]).assign(inMemory(inputs[0]));
        return function.getActivation(inMemory(out), training);
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray before = inputs[0].dup();
        INDArray gradient = createLike(workspaces, ArrayType.ACTIVATION_GRAD, epsilon);
        gradient.assign(inMemory(function.backprop(before, epsilon.dup()).getFirst()));
        return new INDArray[] {inMemory(gradient)};
    }
}
