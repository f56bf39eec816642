package org.vitrine.worker.network;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.parts.SharesGradients;

/**
 * Where the arrays of one pass live: activations and gradients until the end of the pass, working memory until the end of a
 * vertex. Takes the place of DL4J's workspaces, which cost more time than small layers themselves.
 */
final class Arena extends LayerWorkspaceMgr implements SharesGradients {
    private final Shelf pass = new Shelf();
    private final Shelf vertex = new Shelf();

    Arena() {
        super(EnumSet.allOf(ArrayType.class), Map.of(), Map.of());
    }

    /** The working memory of a vertex is free again. */
    void vertexDone() {
        vertex.takeBack();
    }

    /** Everything is free again. */
    void passDone() {
        vertex.takeBack();
        pass.takeBack();
    }

    void close() {
        vertex.close();
        pass.close();
    }

    @Override
    public INDArray createUninitialized(ArrayType kind, DataType type, long[] shape, char order) {
        Shelf shelf =
                switch (kind) {
                    case INPUT, ACTIVATIONS, ACTIVATION_GRAD, FF_CACHE -> pass;
                    default -> vertex;
                };
        return shelf.take(type, order, shape);
    }

    @Override
    public INDArray createUninitialized(ArrayType kind, DataType type, long... shape) {
        return createUninitialized(kind, type, shape, 'c');
    }

    @Override
    public INDArray create(ArrayType kind, DataType type, long[] shape, char order) {
        return createUninitialized(kind, type, shape, order).assign(0);
    }

    @Override
    public INDArray create(ArrayType kind, DataType type, long... shape) {
        return create(kind, type, shape, 'c');
    }

    /** An array of the same shape whose axes lie in memory in the same order. */
    INDArray like(ArrayType kind, INDArray array) {
        int rank = array.rank();
        int[] outermostFirst = IntStream.range(0, rank)
                .boxed()
                .sorted(Comparator.comparingLong((Integer axis) -> -array.stride(axis)))
                .mapToInt(axis -> axis)
                .toArray();
        long[] shape = new long[rank];
        int[] back = new int[rank];
        for (int place = 0; place < rank; place++) {
            shape[place] = array.size(outermostFirst[place]);
            back[outermostFirst[place]] = place;
        }
        return createUninitialized(kind, array.dataType(), shape, 'c').permute(back);
    }

    @Override
    public INDArray dup(ArrayType kind, INDArray array, char order) {
        return createUninitialized(kind, array.dataType(), array.shape(), order).assign(array);
    }

    @Override
    public INDArray dup(ArrayType kind, INDArray array) {
        return dup(kind, array, array.ordering());
    }

    @Override
    public INDArray castTo(ArrayType kind, DataType type, INDArray array, boolean always) {
        return array.dataType() == type && !always
                ? array
                : createUninitialized(kind, type, array.shape(), array.ordering())
                        .assign(array);
    }

    /** Copies what lies among an operation's temporaries; all other arrays of a pass are here already. */
    @Override
    public INDArray leverageTo(ArrayType kind, INDArray array) {
        return array.isAttached() ? dup(kind, array) : array;
    }

    @Override
    public INDArray validateArrayLocation(ArrayType kind, INDArray array, boolean migrate, boolean except) {
        return array;
    }
}
