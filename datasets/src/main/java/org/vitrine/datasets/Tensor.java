package org.vitrine.datasets;

import java.util.Arrays;
import java.util.Objects;

/**
 * A dense row-major array of floats. The values are shared, not copied: treat them as read-only unless you made them.
 *
 * @param shape axis lengths, the batch axis first where there is one
 */
public record Tensor(int[] shape, float[] values) {
    public Tensor {
        long size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("Negative axis length in " + Arrays.toString(shape));
            }
            size *= length;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "Shape " + Arrays.toString(shape) + " needs " + size + " values, not " + values.length);
        }
    }

    public static Tensor of(float[] values, int... shape) {
        return new Tensor(shape, values);
    }

    public static Tensor zeros(int... shape) {
        int size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return new Tensor(shape, new float[size]);
    }

    public int size() {
        return values.length;
    }

    /** Length of the first axis. */
    public int rows() {
        return shape[0];
    }

    /** Row {@code index} of the first axis, as a copy without that axis. */
    public Tensor row(int index) {
        Objects.checkIndex(index, shape[0]);
        int length = values.length / shape[0];
        return new Tensor(
                Arrays.copyOfRange(shape, 1, shape.length),
                Arrays.copyOfRange(values, index * length, (index + 1) * length));
    }

    /** The chosen rows of the first axis, in the given order. */
    public Tensor rows(int[] indices) {
        int length = shape[0] == 0 ? 0 : values.length / shape[0];
        float[] chosen = new float[Math.multiplyExact(indices.length, length)];
        for (int i = 0; i < indices.length; i++) {
            Objects.checkIndex(indices[i], shape[0]);
            System.arraycopy(values, indices[i] * length, chosen, i * length, length);
        }
        int[] newShape = shape.clone();
        newShape[0] = indices.length;
        return new Tensor(newShape, chosen);
    }

    /** The same values under another shape of the same size. */
    public Tensor reshape(int... newShape) {
        return new Tensor(newShape, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor
                && Arrays.equals(shape, tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
