package org.vitrine.peers.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Layers as functions from array to array, each on one fused operation of PyTorch where DJL reaches one. */
final class TorchLayers {
    private static final float EPSILON = 1e-5f;

    private final TorchParameters parameters;

    TorchLayers(TorchParameters parameters) {
        this.parameters = parameters;
    }

    UnaryOperator<NDArray> convolution(String name, int in, int out, int kernel) {
        NDArray weight = parameters.weight(name + ".weight", out, in, kernel, kernel);
        NDArray bias = parameters.vector(name + ".bias", out, 0);
        Shape one = new Shape(1, 1);
        Shape none = new Shape(0, 0);
        return x -> x.getNDArrayInternal()
                .convolution(x, weight, bias, one, none, one, 1)
                .singletonOrThrow();
    }

    static NDArray relu(NDArray x) {
        return x.getNDArrayInternal().relu();
    }

    static NDArray pool(NDArray x) {
        Shape two = new Shape(2, 2);
        return x.getNDArrayInternal().maxPool(two, two, new Shape(0, 0), false);
    }

    UnaryOperator<NDArray> linear(String name, int in, int out) {
        NDArray weight = parameters.weight(name + ".weight", out, in);
        NDArray bias = parameters.vector(name + ".bias", out, 0);
        return x -> x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow();
    }

    /** [batch, time, in] to the state after the last step. The recurrent bias adds nothing to the other and stays zero. */
    UnaryOperator<NDArray> lstm(String name, int in, int units) {
        NDArray weight = parameters.weight(name + ".weight", 4 * units, in);
        NDArray recurrent = parameters.weight(name + ".recurrent", 4 * units, units);
        NDArray bias = parameters.vector(name + ".bias", 4 * units, 0);
        NDArray zero = parameters.constant(new float[4 * units], 4 * units);
        NDList all = new NDList(weight, recurrent, bias, zero);
        return x -> {
            NDArray state = x.getManager().zeros(new Shape(1, x.getShape().get(0), units));
            NDArray memory = x.getManager().zeros(new Shape(1, x.getShape().get(0), units));
            NDList out = x.getNDArrayInternal().lstm(x, new NDList(state, memory), all, true, 1, 0, true, false, true);
            return out.get(1).reshape(x.getShape().get(0), units);
        };
    }

    /** [batch, time, in] to the state after the last step. */
    UnaryOperator<NDArray> gru(String name, int in, int units) {
        NDArray weight = parameters.weight(name + ".weight", 3 * units, in);
        NDArray recurrent = parameters.weight(name + ".recurrent", 3 * units, units);
        NDArray bias = parameters.vector(name + ".bias", 3 * units, 0);
        NDArray recurrentBias = parameters.vector(name + ".recurrentBias", 3 * units, 0);
        NDList all = new NDList(weight, recurrent, bias, recurrentBias);
        return x -> {
            NDArray state = x.getManager().zeros(new Shape(1, x.getShape().get(0), units));
            NDList out = x.getNDArrayInternal().gru(x, state, all, true, 1, 0, true, false, true);
            return out.get(1).reshape(x.getShape().get(0), units);
        };
    }

    UnaryOperator<NDArray> embedding(String name, int vocabulary, int size) {
        NDArray weight = parameters.weight(name + ".weight", vocabulary, size);
        return x ->
                x.getNDArrayInternal().embedding(x, weight, SparseFormat.DENSE).singletonOrThrow();
    }

    /** Adds the sines and cosines of Vaswani et al. 2017. */
    UnaryOperator<NDArray> positions(int steps, int size) {
        float[] values = new float[steps * size];
        for (int i = 0; i < values.length; i++) {
            int feature = i % size;
            int step = i / size;
            double angle = step / Math.pow(10000, (feature - feature % 2) / (double) size);
            values[i] = (float) (feature % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
        }
        NDArray table = parameters.constant(values, steps, size);
        return x -> x.add(table);
    }

    UnaryOperator<NDArray> layerNorm(String name, int size) {
        NDArray gain = parameters.vector(name + ".weight", size, 1);
        NDArray bias = parameters.vector(name + ".bias", size, 0);
        Shape shape = new Shape(size);
        return x ->
                x.getNDArrayInternal().layerNorm(x, shape, gain, bias, EPSILON).singletonOrThrow();
    }

    /** Self-attention over [batch, steps, size] with one projection for queries, keys and values. */
    UnaryOperator<NDArray> attention(String name, int steps, int size, int heads, boolean causal) {
        UnaryOperator<NDArray> project = linear(name + ".qkv", size, 3 * size);
        UnaryOperator<NDArray> out = linear(name + ".out", size, size);
        @Nullable NDArray mask = causal ? parameters.constant(later(steps), steps, steps) : null;
        double scale = 1 / Math.sqrt((double) size / heads);
        return x -> {
            long batch = x.getShape().get(0);
            NDList qkv = project.apply(x).split(3, 2);
            NDArray q = heads(qkv.get(0), batch, steps, heads).mul(scale);
            NDArray k = heads(qkv.get(1), batch, steps, heads);
            NDArray v = heads(qkv.get(2), batch, steps, heads);
            NDArray scores = q.matMul(k.transpose(0, 1, 3, 2));
            NDArray weights = (mask == null ? scores : scores.add(mask)).softmax(-1);
            return out.apply(weights.matMul(v).transpose(0, 2, 1, 3).reshape(batch, steps, size));
        };
    }

    private static NDArray heads(NDArray x, long batch, int steps, int heads) {
        return x.reshape(batch, steps, heads, -1).transpose(0, 2, 1, 3);
    }

    private static float[] later(int steps) {
        float[] mask = new float[steps * steps];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % steps > i / steps ? Float.NEGATIVE_INFINITY : 0;
        }
        return mask;
    }

    /** Dense, ReLU, dense. */
    UnaryOperator<NDArray> feedForward(String name, int size, int hidden) {
        UnaryOperator<NDArray> in = linear(name + ".in", size, hidden);
        UnaryOperator<NDArray> out = linear(name + ".out", hidden, size);
        return x -> out.apply(relu(in.apply(x)));
    }

    /** Attention and feed-forward, each followed by addition and normalisation. */
    UnaryOperator<NDArray> block(int number, int steps, int size, int heads, int hidden, boolean causal) {
        UnaryOperator<NDArray> attention = attention("attention" + number, steps, size, heads, causal);
        UnaryOperator<NDArray> first = layerNorm("norm" + number + "a", size);
        UnaryOperator<NDArray> feedForward = feedForward("feedforward" + number, size, hidden);
        UnaryOperator<NDArray> second = layerNorm("norm" + number + "b", size);
        return x -> {
            NDArray a = first.apply(x.add(attention.apply(x)));
            return second.apply(a.add(feedForward.apply(a)));
        };
    }
}
