package org.vitrine.peers.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.function.BinaryOperator;
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
        return x -> {
            NDList qkv = project.apply(x).split(3, 2);
            return out.apply(attend(qkv.get(0), qkv.get(1), qkv.get(2), heads, mask));
        };
    }

    /** Attention of the first sequence to the second one. */
    BinaryOperator<NDArray> crossAttention(String name, int size, int heads) {
        UnaryOperator<NDArray> queries = linear(name + ".queries", size, size);
        UnaryOperator<NDArray> memory = linear(name + ".memory", size, 2 * size);
        UnaryOperator<NDArray> out = linear(name, size, size);
        return (x, other) -> {
            NDList kv = memory.apply(other).split(2, 2);
            return out.apply(attend(queries.apply(x), kv.get(0), kv.get(1), heads, null));
        };
    }

    private static NDArray attend(NDArray queries, NDArray keys, NDArray values, int heads, @Nullable NDArray mask) {
        long size = queries.getShape().get(2);
        double scale = 1 / Math.sqrt((double) size / heads);
        NDArray q = heads(queries, heads).mul(scale);
        NDArray scores = q.matMul(heads(keys, heads).transpose(0, 1, 3, 2));
        NDArray weights = (mask == null ? scores : scores.add(mask)).softmax(-1);
        return weights.matMul(heads(values, heads)).transpose(0, 2, 1, 3).reshape(queries.getShape());
    }

    /** [batch, steps, size] as [batch, heads, steps, size / heads]. */
    private static NDArray heads(NDArray x, int heads) {
        return x.reshape(x.getShape().get(0), x.getShape().get(1), heads, -1).transpose(0, 2, 1, 3);
    }

    private static float[] later(int steps) {
        float[] mask = new float[steps * steps];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % steps > i / steps ? Float.NEGATIVE_INFINITY : 0;
        }
        return mask;
    }

    static NDArray gelu(NDArray x) {
        return x.getNDArrayInternal().gelu();
    }

    /** Dense, activation, dense. */
    private UnaryOperator<NDArray> feedForward(String name, int size, int hidden, UnaryOperator<NDArray> activation) {
        UnaryOperator<NDArray> in = linear(name + ".in", size, hidden);
        UnaryOperator<NDArray> out = linear(name + ".out", hidden, size);
        return x -> out.apply(activation.apply(in.apply(x)));
    }

    /** Attention and feed-forward, each followed by addition and normalisation. */
    UnaryOperator<NDArray> block(
            int number, int steps, int size, int heads, int hidden, boolean causal, UnaryOperator<NDArray> activation) {
        UnaryOperator<NDArray> attention = attention("attention" + number, steps, size, heads, causal);
        UnaryOperator<NDArray> first = layerNorm("norm" + number + "a", size);
        UnaryOperator<NDArray> feedForward = feedForward("feedforward" + number, size, hidden, activation);
        UnaryOperator<NDArray> second = layerNorm("norm" + number + "b", size);
        return x -> {
            NDArray a = first.apply(x.add(attention.apply(x)));
            return second.apply(a.add(feedForward.apply(a)));
        };
    }

    /** Causal self-attention, attention to the encoder, and feed-forward, each followed by addition and normalisation. */
    BinaryOperator<NDArray> decoderBlock(int number, int steps, int size, int heads, int hidden) {
        UnaryOperator<NDArray> attention = attention("attention" + number, steps, size, heads, true);
        UnaryOperator<NDArray> first = layerNorm("norm" + number + "a", size);
        BinaryOperator<NDArray> cross = crossAttention("cross" + number, size, heads);
        UnaryOperator<NDArray> second = layerNorm("norm" + number + "c", size);
        UnaryOperator<NDArray> feedForward = feedForward("feedforward" + number, size, hidden, TorchLayers::gelu);
        UnaryOperator<NDArray> third = layerNorm("norm" + number + "b", size);
        return (x, memory) -> {
            NDArray a = first.apply(x.add(attention.apply(x)));
            NDArray c = second.apply(a.add(cross.apply(a, memory)));
            return third.apply(c.add(feedForward.apply(c)));
        };
    }
}
