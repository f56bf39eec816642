package org.vitrine.worker.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runtime of {@link SumVertex}. */
@SuppressWarnings("overrides") // DL4J's own: varargs overridden by an array
final class Sum extends BaseGraphVertex {

    Sum(ComputationGraph graph, String name, int vertexIndex, DataType dataType) {
        super(graph, name, vertexIndex, null, null, dataType);
    }

    @Override
    public boolean hasLayer() {
        return false;
    }

    @Override
    public @Nullable Layer getLayer() {
        return null;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        if (!canDoForward()) {
            throw new IllegalStateException("the inputs of " + vertexName + " are not set");
        }
        INDArray sum = copy(ArrayType.ACTIVATIONS, inputs[0], workspaces);
        for (int i = 1; i < inputs.length; i++) {
            if (!Arrays.equals(inputs[i].shape(), sum.shape())) {
                throw new IllegalArgumentException("the sum " + vertexName + " needs inputs of one shape, but gets "
                        + Arrays.toString(sum.shape()) + " and " + Arrays.toString(inputs[i].shape()));
            }
            sum.addi(inputs[i].castTo(dataType));
        }
        return sum;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
        if (!canDoBackward()) {
            throw new IllegalStateException("the gradient at " + vertexName + " is not set");
        }
        // One copy each: the graph adds further gradients to them in place.
        INDArray[] gradients = new INDArray[inputs.length];
        Arrays.setAll(gradients, i -> copy(ArrayType.ACTIVATION_GRAD, epsilon, workspaces));
        return new Pair<>(null, gradients);
    }

    /** A copy that lies in memory like all sequences of this package. */
    private INDArray copy(ArrayType type, INDArray array, LayerWorkspaceMgr workspaces) {
        if (array.rank() != 3) {
            return workspaces
                    .createUninitialized(type, dataType, array.shape(), 'c')
                    .assign(array);
        }
        INDArray memory = workspaces.createUninitialized(type, dataType, Rows.memoryShape(array, array.size(1)), 'c');
        memory.assign(array.permute(0, 2, 1));
        return Rows.exposed(memory);
    }

    @Override
    public void setBackpropGradientsViewArray(@Nullable INDArray backpropGradientsViewArray) {
        if (backpropGradientsViewArray != null) {
            throw new IllegalArgumentException(vertexName + " has no parameters");
        }
    }

    /** A step of the sum is real where it is in any input; inputs without a mask are real throughout. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArrays(
            @Nullable INDArray @Nullable [] maskArrays, MaskState currentMaskState, int minibatchSize) {
        INDArray union = null;
        if (maskArrays != null) {
            for (INDArray mask : maskArrays) {
                if (mask == null) {
                    return new Pair<>(null, currentMaskState);
                }
                union = union == null ? mask : union.add(mask).gt(0.0).castTo(mask.dataType());
            }
        }
        return new Pair<>(union, currentMaskState);
    }

    @Override
    public String toString() {
        return "Sum(" + vertexName + ")";
    }
}
