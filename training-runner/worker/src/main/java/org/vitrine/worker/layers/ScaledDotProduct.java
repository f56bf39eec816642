package org.vitrine.worker.layers;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * softmax(Q Kᵀ / √d) V in several heads side by side, and its gradients. All arrays are row-major [batch, time, features];
 * keys and values are the two halves of one array's features. Remembers the last forward pass.
 */
public final class ScaledDotProduct {

    /** Large enough that exp gives exactly zero, small enough that a row of nothing else stays finite. */
    private static final double NO_KEY = -1e9;

    private final double dropout;
    private final boolean causal;
    private @Nullable INDArray queries;
    private @Nullable INDArray keys;
    private @Nullable INDArray values;
    private @Nullable INDArray weights;
    private @Nullable INDArray dropped;
    private @Nullable INDArray future;

    /**
     * Without a forward pass.
     *
     * @param dropout probability in [0, 1) that an attention weight is dropped in training
     * @param causal whether a query sees only the keys up to its own step
     */
    public ScaledDotProduct(double dropout, boolean causal) {
        this.dropout = dropout;
        this.causal = causal;
    }

    /** Part {@code index} of [batch, time, parts * size] as a view [batch, heads, time, size / heads]. */
    public static INDArray split(INDArray memory, int heads, int parts, int index) {
        return memory.reshape(
                        'c', memory.size(0), memory.size(1), parts, heads, memory.size(2) / ((long) parts * heads))
                .get(
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.point(index),
                        NDArrayIndex.all(),
                        NDArrayIndex.all())
                .permute(0, 2, 1, 3);
    }

    /**
     * Writes what the heads see into {@code out}. Arrays are [batch, heads, time, head size].
     *
     * @param keyMask [batch, keys], or null; a query that may see no key at all sees zeros
     * @param keep makes an array that lives until {@link #backward}
     */
    public void forward(
            INDArray q,
            INDArray k,
            INDArray v,
            @Nullable INDArray keyMask,
            boolean training,
            Function<long[], INDArray> keep,
            INDArray out) {
        INDArray p = keep.apply(new long[] {q.size(0), q.size(1), q.size(2), k.size(2)});
        Rows.multiply(q, false, k, true, p, scale(q));
        if (causal) {
            Rows.addBias(p, future(q, p));
        }
        if (keyMask != null) {
            INDArray hidden = keyMask.castTo(p.dataType()).rsub(1.0).muli(NO_KEY);
            Rows.addBias(p, hidden.reshape('c', p.size(0), 1, 1, p.size(3)));
        }
        Rows.softmax(rows(p));
        if (keyMask != null && keyMask.max(1).minNumber().doubleValue() == 0) {
            Nd4j.getExecutioner().exec(new BroadcastMulOp(p, keyMask.castTo(p.dataType()), p, 0, 3));
        }
        dropped = training && dropout > 0 ? Dropping.mask(keep.apply(p.shape()), dropout) : null;
        Rows.multiply(used(p), false, v, false, out);
        queries = q;
        keys = k;
        values = v;
        weights = p;
    }

    /** What hides the keys after each query, [1, 1, time, time]. */
    private INDArray future(INDArray q, INDArray p) {
        int steps = (int) q.size(2);
        INDArray known = future;
        if (known == null || known.size(3) != steps) {
            double[][] hidden = new double[steps][steps];
            for (int query = 0; query < steps; query++) {
                Arrays.fill(hidden[query], query + 1, steps, NO_KEY);
            }
            known = Detached.create(
                    () -> Nd4j.createFromArray(hidden).castTo(p.dataType()).reshape('c', 1, 1, steps, steps));
            future = known;
        }
        return known;
    }

    /**
     * Writes the gradients at queries, keys and values.
     *
     * @param e gradient at the output
     * @param scratch makes an array that lives as long as this call
     */
    public void backward(INDArray e, Function<long[], INDArray> scratch, INDArray atQ, INDArray atK, INDArray atV) {
        INDArray q = kept(queries);
        INDArray p = kept(weights);
        Rows.multiply(used(p), true, e, false, atV);
        INDArray atScores = scratch.apply(p.shape());
        Rows.multiply(e, false, kept(values), true, atScores);
        if (dropped != null) {
            atScores.muli(dropped);
        }
        Rows.softmaxGradient(rows(p), rows(atScores));
        Rows.multiply(atScores, false, kept(keys), false, atQ, scale(q));
        Rows.multiply(atScores, true, q, false, atK, scale(q));
    }

    /** Attention weights of the last forward pass, before dropout: [batch, heads, queries, keys]; null without one. */
    public @Nullable INDArray weights() {
        return weights;
    }

    /** Forgets the last forward pass. */
    public void clear() {
        queries = null;
        keys = null;
        values = null;
        weights = null;
        dropped = null;
    }

    private INDArray used(INDArray p) {
        return dropped == null ? p : p.mul(dropped);
    }

    private static double scale(INDArray q) {
        return 1.0 / Math.sqrt((double) q.size(3));
    }

    /** As a matrix, because ND4J's softmax is wrong along some axes of arrays of rank four. */
    private static INDArray rows(INDArray p) {
        long keys = p.size(3);
        return p.reshape('c', p.length() / keys, keys);
    }

    private static INDArray kept(@Nullable INDArray array) {
        if (array == null) {
            throw new IllegalStateException("backward without a forward pass in attention");
        }
        return array;
    }
}
