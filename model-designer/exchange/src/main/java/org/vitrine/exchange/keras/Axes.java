package org.vitrine.exchange.keras;

import org.vitrine.datasets.Tensor;

/** Moves axes and rows of arrays. */
final class Axes {
    private Axes() {}

    /** Puts the axes in another order: axis {@code i} of the result is axis {@code order[i]} of the array. */
    static Tensor permuted(Tensor array, int... order) {
        int[] from = array.shape();
        int[] shape = new int[from.length];
        int[] strides = new int[from.length];
        int[] ownStrides = new int[from.length];
        int stride = 1;
        for (int axis = from.length - 1; axis >= 0; axis--) {
            ownStrides[axis] = stride;
            stride *= from[axis];
        }
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = from[order[axis]];
            strides[axis] = ownStrides[order[axis]];
        }
        float[] values = new float[array.size()];
        int[] at = new int[shape.length];
        int place = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = array.values()[place];
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++at[axis] < shape[axis]) {
                    break;
                }
                place -= strides[axis] * shape[axis];
                at[axis] = 0;
            }
        }
        return new Tensor(shape, values);
    }

    /** Blocks of columns of a matrix or a vector in another order: the first block is block {@code order[0]}. */
    static Tensor blocks(Tensor array, int... order) {
        int columns = array.shape()[array.shape().length - 1];
        int width = columns / order.length;
        float[] values = new float[array.size()];
        for (int row = 0; row < array.size() / columns; row++) {
            for (int block = 0; block < order.length; block++) {
                System.arraycopy(
                        array.values(),
                        row * columns + order[block] * width,
                        values,
                        row * columns + block * width,
                        width);
            }
        }
        return new Tensor(array.shape(), values);
    }

    /** Matrices with as many rows, or vectors, side by side. */
    static Tensor beside(Tensor... arrays) {
        int rows = arrays[0].shape().length == 1 ? 1 : arrays[0].rows();
        int columns = 0;
        for (Tensor array : arrays) {
            columns += array.size() / rows;
        }
        float[] values = new float[rows * columns];
        int start = 0;
        for (Tensor array : arrays) {
            int width = array.size() / rows;
            for (int row = 0; row < rows; row++) {
                System.arraycopy(array.values(), row * width, values, row * columns + start, width);
            }
            start += width;
        }
        return arrays[0].shape().length == 1 ? Tensor.of(values, columns) : Tensor.of(values, rows, columns);
    }

    static Tensor filled(float value, int... shape) {
        Tensor tensor = Tensor.zeros(shape);
        java.util.Arrays.fill(tensor.values(), value);
        return tensor;
    }

    /** A square matrix that leaves vectors as they are. */
    static Tensor identity(int size) {
        Tensor tensor = Tensor.zeros(size, size);
        for (int i = 0; i < size; i++) {
            tensor.values()[i * size + i] = 1;
        }
        return tensor;
    }
}
