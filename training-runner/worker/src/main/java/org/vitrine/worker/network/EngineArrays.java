package org.vitrine.worker.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Tensor;

/** The way of tensors into the engine and back. */
public final class EngineArrays {
    private EngineArrays() {}

    /** A copy of the tensor's values. */
    public static INDArray of(Tensor tensor, DataType type) {
        long[] shape = java.util.Arrays.stream(tensor.shape()).asLongStream().toArray();
        return Nd4j.createFromArray(tensor.values()).castTo(type).reshape('c', shape);
    }

    /** A copy of the array's values, row-major whatever its strides. */
    public static Tensor tensor(INDArray array) {
        int[] shape = java.util.Arrays.stream(array.shape())
                .mapToInt(Math::toIntExact)
                .toArray();
        return Tensor.of(array.dup('c').data().asFloat(), shape);
    }

    /** A copy of the array's values, row-major whatever its strides. */
    public static double[] doubles(INDArray array) {
        return array.dup('c').data().asDouble();
    }
}
