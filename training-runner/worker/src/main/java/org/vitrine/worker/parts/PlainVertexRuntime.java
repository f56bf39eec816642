package org.vitrine.worker.parts;

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

/**
 * Runtime half of a {@link PlainVertex}. Sequences lie in memory as [batch, time, features], like those of our layers, and
 * are [batch, features, time] to DL4J.
 */
abstract class PlainVertexRuntime extends BaseGraphVertex {

    PlainVertexRuntime(ComputationGraph graph, String name, int index, DataType type) {
        super(graph, name, index, null, null, type);
    }

    /** Repeated because DL4J's base class lost the dots of the interface, of which javac would warn in each subclass. */
    @Override
    @SuppressWarnings("overrides")
    public void setInputs(INDArray... arrays) {
        super.setInputs(arrays);
    }

    /** The output for {@link #inputs}, allocated among the activations. */
    abstract INDArray forward(boolean training, LayerWorkspaceMgr workspaces);

    /** The gradient at each input, allocated among the activation gradients. {@link #epsilon} must not be changed. */
    abstract INDArray[] backward(LayerWorkspaceMgr workspaces);

    @Override
    public final INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        if (!canDoForward()) {
            throw new IllegalStateException("Inputs of '" + vertexName + "' are not set");
        }
        return forward(training, workspaces);
    }

    @Override
    public final Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        if (!canDoBackward()) {
            throw new IllegalStateException("The gradient at '" + vertexName + "' is not set");
        }
        return new Pair<>(null, backward(workspaces));
    }

    /** Sequences as [batch, time, features], all else as it is. Its own inverse. */
    static INDArray inMemory(INDArray array) {
        return array.rank() == 3 ? array.permute(0, 2, 1) : array;
    }

    /** The axis of features in memory: the last of sequences, else axis 1. */
    static int featureAxis(int rank) {
        return rank == 3 ? 2 : 1;
    }

    /** An uninitialised array for {@code features} where {@code like} has its own number, as it lies in memory. */
    final INDArray create(LayerWorkspaceMgr workspaces, ArrayType type, INDArray like, long features) {
        long[] shape = inMemory(like).shape().clone();
        shape[featureAxis(shape.length)] = features;
        return workspaces.createUninitialized(type, dataType, shape, 'c');
    }

    final INDArray createLike(LayerWorkspaceMgr workspaces, ArrayType type, INDArray like) {
        return create(workspaces, type, like, like.size(1));
    }

    /** The inputs come from one data set, so their masks are one and the same. */
    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        if (masks == null) {
            return null;
        }
        for (INDArray mask : masks) {
            if (mask != null) {
                return new Pair<>(mask, state);
            }
        }
        return null;
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
    public void setBackpropGradientsViewArray(INDArray gradients) {
        throw new UnsupportedOperationException("'" + vertexName + "' has no parameters");
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + vertexName + ")";
    }
}
