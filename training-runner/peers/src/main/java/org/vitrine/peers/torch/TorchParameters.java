package org.vitrine.peers.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;

/** The trained arrays of a network by name, in PyTorch's layouts. Given values, or random ones as wide as the fan-in asks. */
final class TorchParameters {
    private final NDManager manager;
    private final @Nullable Map<String, Tensor> given;
    private final Random random = new Random(7);
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    TorchParameters(NDManager manager, @Nullable Map<String, Tensor> given) {
        this.manager = manager;
        this.given = given;
    }

    /** A trained array; the last axes are its fan-in. */
    NDArray weight(String name, int... shape) {
        float[] values = new float[size(shape)];
        double deviation = Math.sqrt(shape[0] / (double) values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return trained(name, values, shape);
    }

    /** A trained vector that starts from one value. */
    NDArray vector(String name, int length, double start) {
        float[] values = new float[length];
        Arrays.fill(values, (float) start);
        return trained(name, values, length);
    }

    /** An array that is not trained. */
    NDArray constant(float[] values, int... shape) {
        return manager.create(values, new Shape(longs(shape)));
    }

    private NDArray trained(String name, float[] values, int... shape) {
        float[] start = values;
        if (given != null) {
            Tensor tensor = Objects.requireNonNull(given.get(name), name);
            if (!Arrays.equals(tensor.shape(), shape)) {
                throw new IllegalArgumentException(name + " is " + tensor + " and must be " + Arrays.toString(shape));
            }
            start = tensor.values();
        }
        NDArray array = constant(start, shape);
        array.setRequiresGradient(true);
        arrays.put(name, array);
        return array;
    }

    Map<String, NDArray> arrays() {
        return arrays;
    }

    private static int size(int... shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    static long[] longs(int... shape) {
        return Arrays.stream(shape).asLongStream().toArray();
    }
}
