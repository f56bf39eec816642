package org.vitrine.worker.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.datasets.Tensor;

/** The way of tensors into the engine and back. */
public final class EngineArrays {
    private EngineArrays() {}

    /** A copy of the tensor's values that lives as long as the pass. */
    static INDArray copy(Tensor tensor, DataType type, Arena arena) {
        INDArray array = arena.createUninitialized(
                ArrayType.INPUT,
                type,
                Arrays.stream(tensor.shape()).asLongStream().toArray());
        if (type == DataType.FLOAT) {
            new FloatPointer(array.data().pointer()).put(tensor.values());
        } else {
            write(
                    IntStream.range(0, tensor.size())
                            .mapToDouble(i -> tensor.values()[i])
                            .toArray(),
                    array);
        }
        return array;
    }

    /** Fills a whole row-major array of its own memory. */
    static void write(double[] values, INDArray array) {
        if (array.dataType() == DataType.DOUBLE) {
            new DoublePointer(array.data().pointer()).put(values);
        } else {
            float[] narrow = new float[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) values[i];
            }
            new FloatPointer(array.data().pointer()).put(narrow);
        }
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
