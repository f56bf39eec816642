package org.vitrine.worker.parts;

import java.util.Arrays;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vitrine.worker.parts.ShapeVertex.Kind;

/** Moves values forward and gradients back. */
final class ShapeVertexRuntime extends PlainVertexRuntime {
    private final Kind kind;
    private final long from;
    private final long to;
    private @Nullable INDArray mask;

    ShapeVertexRuntime(ComputationGraph graph, String name, int index, Kind kind, long from, long to, DataType type) {
        super(graph, name, index, type);
        this.kind = kind;
        this.from = from;
        this.to = to;
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray first = inputs[0];
        return switch (kind) {
            case ADD -> {
                INDArray sum = createLike(workspaces, ArrayType.ACTIVATIONS, first);
                sum.assign(inMemory(first));
                for (int i = 1; i < inputs.length; i++) {
                    sum.addi(inMemory(inputs[i]));
                }
                yield inMemory(sum);
            }
            case CONCATENATE -> concatenated(workspaces);
            case FLATTEN -> {
                INDArray flat = workspaces.createUninitialized(
                        ArrayType.ACTIVATIONS,
                        dataType,
                        new long[] {first.size(0), first.length() / first.size(0)},
                        'c');
                applyMask(flat.reshape('c', first.shape()).assign(first));
                yield flat;
            }
            case FEATURES -> {
                INDArray part = create(workspaces, ArrayType.ACTIVATIONS, first, to - from);
                part.assign(slice(inMemory(first), from, to));
                yield inMemory(part);
            }
        };
    }

    private INDArray concatenated(LayerWorkspaceMgr workspaces) {
        long features = 0;
        for (INDArray input : inputs) {
            features += input.size(1);
        }
        INDArray joined = create(workspaces, ArrayType.ACTIVATIONS, inputs[0], features);
        long start = 0;
        for (INDArray input : inputs) {
            slice(joined, start, start + input.size(1)).assign(inMemory(input));
            start += input.size(1);
        }
        return inMemory(joined);
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray[] gradients = new INDArray[inputs.length];
        long start = 0;
        for (int i = 0; i < inputs.length; i++) {
            INDArray input = inputs[i];
            INDArray gradient = createLike(workspaces, ArrayType.ACTIVATION_GRAD, input);
            switch (kind) {
                case ADD -> gradient.assign(inMemory(epsilon));
                case CONCATENATE -> gradient.assign(slice(inMemory(epsilon), start, start + input.size(1)));
                case FLATTEN -> {
                    gradient.assign(inMemory(epsilon.dup('c').reshape('c', input.shape())));
                    applyMask(inMemory(gradient));
                }
                case FEATURES -> {
                    gradient.assign(0);
                    slice(gradient, from, to).assign(inMemory(epsilon));
                }
            }
            start += input.size(1);
            gradients[i] = inMemory(gradient);
        }
        return gradients;
    }

    private static INDArray slice(INDArray memory, long start, long end) {
        INDArrayIndex[] index = new INDArrayIndex[memory.rank()];
        Arrays.fill(index, NDArrayIndex.all());
        index[featureAxis(memory.rank())] = NDArrayIndex.interval(start, end);
        return memory.get(index);
    }

    /** Flat values have no time steps, so flattening ends a mask: what is padding becomes zero. */
    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        Pair<INDArray, MaskState> passed = super.feedForwardMaskArrays(masks, state, batch);
        if (kind != Kind.FLATTEN) {
            return passed;
        }
        mask = passed == null ? null : passed.getFirst();
        return null;
    }

    private void applyMask(INDArray sequence) {
        if (mask != null && sequence.rank() == 3) {
            Broadcast.mul(sequence, mask.castTo(dataType), sequence, 0, 2);
        }
    }

    @Override
    public void clear() {
        super.clear();
        mask = null;
    }
}
