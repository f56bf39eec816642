package org.vitrine.worker.parts;

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
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vitrine.worker.layers.Detached;

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

    /**
     * The gradient at each input, allocated among the activation gradients, or {@link #epsilon} itself, which must not be
     * changed.
     */
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

    /** A range of one axis, as a view. */
    static INDArray range(INDArray array, int axis, long from, long to) {
        INDArrayIndex[] index = new INDArrayIndex[array.rank()];
        Arrays.fill(index, NDArrayIndex.all());
        index[axis] = NDArrayIndex.interval(from, to);
        return array.get(index);
    }

    /** A step is real where it is so in every input that has a mask; mostly they all have the same one. */
    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        INDArray common = null;
        for (INDArray mask : masks == null ? new INDArray[0] : masks) {
            INDArray before = common;
            if (before == null || mask == null || before == mask) {
                common = before == null ? mask : before;
            } else {
                common = Detached.create(() -> before.mul(mask));
            }
        }
        return common == null ? null : new Pair<>(common, state);
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
