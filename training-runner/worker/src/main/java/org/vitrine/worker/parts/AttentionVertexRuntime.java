package org.vitrine.worker.parts;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;
import org.vitrine.worker.layers.Detached;
import org.vitrine.worker.layers.ScaledDotProduct;
import org.vitrine.worker.layers.ShowsAttention;

/** Hands the work to {@link ScaledDotProduct} and keeps the masks of both inputs apart. */
final class AttentionVertexRuntime extends PlainVertexRuntime implements ShowsAttention {
    private final int heads;
    private final ScaledDotProduct attention;
    private @Nullable INDArray queryMask;
    private @Nullable INDArray keyMask;
    private boolean keepWeights;
    private @Nullable INDArray shownWeights;

    AttentionVertexRuntime(ComputationGraph graph, String name, int index, int heads, double dropout, DataType type) {
        super(graph, name, index, type);
        this.heads = heads;
        this.attention = new ScaledDotProduct(dropout, false);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray out = createLike(workspaces, ArrayType.ACTIVATIONS, inputs[0]);
        INDArray memory = copied(workspaces, inputs[1]);
        attention.forward(
                ScaledDotProduct.split(copied(workspaces, inputs[0]), heads, 1, 0),
                ScaledDotProduct.split(memory, heads, 2, 0),
                ScaledDotProduct.split(memory, heads, 2, 1),
                keyMask,
                training,
                shape -> workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c'),
                ScaledDotProduct.split(out, heads, 1, 0));
        hideQueries(out);
        INDArray weights = attention.weights();
        if (keepWeights && weights != null) {
            shownWeights = Detached.create(() -> weights.dup('c'));
        }
        return inMemory(out);
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray e = inMemory(epsilon).dup('c');
        hideQueries(e);
        INDArray atQueries = createLike(workspaces, ArrayType.ACTIVATION_GRAD, inputs[0]);
        INDArray atKeys = createLike(workspaces, ArrayType.ACTIVATION_GRAD, inputs[1]);
        attention.backward(
                ScaledDotProduct.split(e, heads, 1, 0),
                shape -> workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, dataType, shape, 'c'),
                ScaledDotProduct.split(atQueries, heads, 1, 0),
                ScaledDotProduct.split(atKeys, heads, 2, 0),
                ScaledDotProduct.split(atKeys, heads, 2, 1));
        return new INDArray[] {inMemory(atQueries), inMemory(atKeys)};
    }

    /** Row-major as it lies in memory, which inputs from our layers are already. */
    private INDArray copied(LayerWorkspaceMgr workspaces, INDArray input) {
        return createLike(workspaces, ArrayType.ACTIVATIONS, input).assign(inMemory(input));
    }

    private void hideQueries(INDArray memory) {
        if (queryMask != null) {
            Broadcast.mul(memory, queryMask.castTo(dataType), memory, 0, 1);
        }
    }

    /** The output has the steps of the queries. */
    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        queryMask = masks == null ? null : masks[0];
        keyMask = masks == null ? null : masks[1];
        return queryMask == null ? null : new Pair<>(queryMask, state);
    }

    @Override
    public void keepAttentionWeights(boolean keep) {
        keepWeights = keep;
        shownWeights = null;
    }

    @Override
    public @Nullable INDArray attentionWeights() {
        return shownWeights;
    }

    @Override
    public void clear() {
        super.clear();
        attention.clear();
        queryMask = null;
        keyMask = null;
    }
}
