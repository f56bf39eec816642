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

/** Moves values to their new places, and gradients back. */
final class RearrangeVertexRuntime extends PlainVertexRuntime {
    private final RearrangeVertex conf;
    private @Nullable INDArray mask;

    RearrangeVertexRuntime(ComputationGraph graph, String name, int index, RearrangeVertex conf, DataType type) {
        super(graph, name, index, type);
        this.conf = conf;
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = inputs[0];
        INDArray given = x;
        if (mask != null && x.rank() == 3) {
            given = x.dup('c');
            applyMask(given);
        }
        return copied(workspaces, ArrayType.ACTIVATIONS, given.permute(conf.order(x.rank())), conf.shape(x.shape()));
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray x = inputs[0];
        int[] order = conf.order(x.rank());
        int[] inverse = new int[order.length];
        long[] permuted = new long[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            inverse[order[axis]] = axis;
            permuted[axis] = x.size(order[axis]);
        }
        INDArray moved = epsilon.dup('c').reshape('c', permuted).permute(inverse);
        INDArray gradient = copied(workspaces, ArrayType.ACTIVATION_GRAD, moved, x.shape());
        applyMask(gradient);
        return new INDArray[] {gradient};
    }

    /** The values in row-major order as an array of another shape that lies in memory as it should. */
    private INDArray copied(LayerWorkspaceMgr workspaces, ArrayType type, INDArray values, long... shape) {
        if (shape.length == 3) {
            long[] memory = {shape[0], shape[2], shape[1]};
            INDArray out = inMemory(workspaces.createUninitialized(type, dataType, memory, 'c'));
            return out.assign(values.dup('c').reshape('c', shape));
        }
        INDArray out = workspaces.createUninitialized(type, dataType, shape, 'c');
        out.reshape('c', values.shape()).assign(values);
        return out;
    }

    private void applyMask(INDArray sequence) {
        if (mask != null && sequence.rank() == 3) {
            Broadcast.mul(sequence, mask.castTo(dataType), sequence, 0, 2);
        }
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        Pair<INDArray, MaskState> passed = super.feedForwardMaskArrays(masks, state, batch);
        mask = passed == null ? null : passed.getFirst();
        return null;
    }

    @Override
    public void clear() {
        super.clear();
        mask = null;
    }
}
