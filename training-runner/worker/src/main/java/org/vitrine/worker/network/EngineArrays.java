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

    /**
     * Fills an array of its own memory, in whatever order its axes lie there.
     *
     * @param values row by row
     */
    static void write(double[] values, INDArray array) {
        double[] inMemory = new double[values.length];
        int[] places = places(array);
        for (int i = 0; i < values.length; i++) {
            inMemory[places[i]] = values[i];
        }
        if (array.dataType() == DataType.DOUBLE) {
            new DoublePointer(array.data().pointer()).put(inMemory);
        } else {
            float[] narrow = new float[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) inMemory[i];
            }
            new FloatPointer(array.data().pointer()).put(narrow);
        }
    }

    /** A copy of the array's values, row by row whatever its strides. */
    public static Tensor tensor(INDArray array) {
        int[] shape = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
        double[] values = doubles(array);
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return Tensor.of(narrow, shape);
    }

    /** A copy of the array's values, row by row whatever its strides. */
    public static double[] doubles(INDArray array) {
        // ND4J copies arrays with other strides one value at a time.
        int[] places = places(array);
        double[] inMemory = new double[Arrays.stream(places).max().orElse(-1) + 1];
        if (array.dataType() == DataType.DOUBLE) {
            new DoublePointer(array.data().pointer()).position(array.offset()).get(inMemory);
        } else if (array.dataType() == DataType.FLOAT) {
            float[] narrow = new float[inMemory.length];
            new FloatPointer(array.data().pointer()).position(array.offset()).get(narrow);
            for (int i = 0; i < narrow.length; i++) {
                inMemory[i] = narrow[i];
            }
        } else {
            return array.dup('c').data().asDouble();
        }
        double[] values = new double[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = inMemory[places[i]];
        }
        return values;
    }

    /** For each value, row by row, where it lies after the first. */
    private static int[] places(INDArray array) {
        int[] places = new int[Math.toIntExact(array.length())];
        int block = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            int size = (int) array.size(axis);
            int stride = array.stride(axis);
            for (int place = size - 1; place >= 0; place--) {
                for (int i = 0; i < block; i++) {
                    places[place * block + i] = places[i] + place * stride;
                }
            }
            block *= size;
        }
        return places;
    }
}
