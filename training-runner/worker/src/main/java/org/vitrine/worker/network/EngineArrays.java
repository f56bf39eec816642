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
        if (array.dataType() == DataType.FLOAT) {
            return Tensor.of(floats(array), shape);
        }
        double[] values = doubles(array);
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return Tensor.of(narrow, shape);
    }

    /** Large arrays are looked at while networks train: nothing is held but the values, and a copy of them if they lie in another order. */
    private static float[] floats(INDArray array) {
        int axes = array.rank();
        int[] sizes = new int[axes];
        int[] strides = new int[axes];
        int length = 1;
        int span = 1;
        boolean inOrder = true;
        for (int axis = axes - 1; axis >= 0; axis--) {
            sizes[axis] = (int) array.size(axis);
            strides[axis] = array.stride(axis);
            inOrder &= sizes[axis] == 1 || strides[axis] == length;
            length = Math.multiplyExact(length, sizes[axis]);
            span += (sizes[axis] - 1) * strides[axis];
        }
        if (length == 0) {
            return new float[0];
        }
        float[] inMemory = new float[span];
        new FloatPointer(array.data().pointer()).position(array.offset()).get(inMemory);
        if (inOrder) {
            return inMemory;
        }
        float[] values = new float[length];
        gather(inMemory, 0, sizes, strides, 0, values, 0);
        return values;
    }

    /** Copies what lies behind {@code place} along the axes from this one on; returns where to go on in {@code values}. */
    private static int gather(
            float[] inMemory, int place, int[] sizes, int[] strides, int axis, float[] values, int at) {
        if (axis == sizes.length) {
            values[at] = inMemory[place];
            return at + 1;
        }
        int size = sizes[axis];
        int stride = strides[axis];
        int next = at;
        if (axis < sizes.length - 1) {
            for (int i = 0; i < size; i++) {
                next = gather(inMemory, place + i * stride, sizes, strides, axis + 1, values, next);
            }
            return next;
        }
        for (int i = 0; i < size; i++) {
            values[next++] = inMemory[place + i * stride];
        }
        return next;
    }

    /** A copy of the array's values, row by row whatever its strides. */
    public static double[] doubles(INDArray array) {
        if (array.dataType() == DataType.FLOAT) {
            float[] narrow = floats(array);
            double[] wide = new double[narrow.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = narrow[i];
            }
            return wide;
        }
        if (array.dataType() != DataType.DOUBLE) {
            return array.dup('c').data().asDouble();
        }
        // ND4J copies arrays with other strides one value at a time.
        int[] places = places(array);
        double[] inMemory = new double[Arrays.stream(places).max().orElse(-1) + 1];
        new DoublePointer(array.data().pointer()).position(array.offset()).get(inMemory);
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
