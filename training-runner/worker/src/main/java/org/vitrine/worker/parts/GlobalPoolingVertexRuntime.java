package org.vitrine.worker.parts;

import java.util.Objects;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Sees sequences as [batch, time, channels] and images as [batch, channels, pixels], as they lie in memory. */
final class GlobalPoolingVertexRuntime extends PlainVertexRuntime {
    /** Far below all values that are used, far above the least number. */
    private static final double HIDDEN = -1e30;

    private final boolean maximum;
    private @Nullable INDArray mask;
    /** For the maximum: 1 where a value was the greatest one; several share it. */
    private @Nullable INDArray winners;

    GlobalPoolingVertexRuntime(ComputationGraph graph, String name, int index, boolean maximum, DataType type) {
        super(graph, name, index, type);
        this.maximum = maximum;
    }

    private boolean isSequence() {
        return inputs[0].rank() == 3;
    }

    /** The axis to pool. */
    private int places() {
        return isSequence() ? 1 : 2;
    }

    private int channels() {
        return isSequence() ? 2 : 1;
    }

    private static INDArray flattened(INDArray memory) {
        return memory.rank() == 3
                ? memory
                : memory.reshape(
                        'c', memory.size(0), memory.size(1), memory.length() / (memory.size(0) * memory.size(1)));
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = createLike(workspaces, ArrayType.ACTIVATIONS, inputs[0]);
        INDArray values = flattened(x.assign(inMemory(inputs[0])));
        INDArray out = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS, dataType, new long[] {values.size(0), values.size(channels())}, 'c');
        INDArray real = mask;
        if (!maximum) {
            if (real != null) {
                Broadcast.mul(values, real, values, 0, 1);
            }
            out.assign(values.sum(places()));
            return scaled(out);
        }
        if (real != null) {
            Broadcast.add(values, real.rsub(1).muli(HIDDEN), values, 0, 1);
        }
        out.assign(values.max(places()));
        Broadcast.sub(values, out, values, 0, channels());
        values.assign(values.eq(0).castTo(dataType));
        INDArray shares = values.sum(places());
        Broadcast.div(values, shares, values, 0, channels());
        winners = values;
        return hidden(out);
    }

    /** Divides by the number of real places, or by one if there are none. */
    private INDArray scaled(INDArray sums) {
        if (mask == null) {
            return sums.divi(flattened(inMemory(inputs[0])).size(places()));
        }
        return sums.diviColumnVector(Transforms.max(mask.sum(true, 1), 1.0, false));
    }

    /** Zeros for examples without any real step. */
    private INDArray hidden(INDArray rows) {
        return mask == null ? rows : rows.muliColumnVector(mask.max(true, 1));
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray gradient = createLike(workspaces, ArrayType.ACTIVATION_GRAD, inputs[0]);
        INDArray places = flattened(gradient);
        INDArray e = epsilon.dup('c');
        if (maximum) {
            Broadcast.mul(Objects.requireNonNull(winners), hidden(e), places, 0, channels());
        } else {
            places.assign(0);
            Broadcast.add(places, scaled(e), places, 0, channels());
        }
        if (mask != null) {
            Broadcast.mul(places, mask, places, 0, 1);
        }
        return new INDArray[] {inMemory(gradient)};
    }

    /** Vectors have no mask. */
    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        Pair<INDArray, MaskState> passed = super.feedForwardMaskArrays(masks, state, batch);
        mask = passed == null ? null : passed.getFirst().castTo(dataType);
        return null;
    }

    @Override
    public void clear() {
        super.clear();
        mask = null;
        winners = null;
    }
}
