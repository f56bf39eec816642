package org.vitrine.worker.layers;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
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

    private final int heads;
    private final double dropout;
    private @Nullable INDArray queries;
    private @Nullable INDArray keysAndValues;
    private @Nullable INDArray weights;
    private @Nullable INDArray dropped;

    /**
     * Without a forward pass.
     *
     * @param dropout probability in [0, 1) that an attention weight is dropped in training
     */
    public ScaledDotProduct(int heads, double dropout) {
        this.heads = heads;
        this.dropout = dropout;
    }

    /**
     * Writes what the heads see into {@code out}.
     *
     * @param q [batch, queries, size]
     * @param kv [batch, keys, 2 * size]
     * @param keyMask [batch, keys], or null; a query that may see no key at all sees zeros
     * @param keep makes an array that lives until {@link #backward}
     * @param out [batch, queries, size]
     */
    public void forward(
            INDArray q,
            INDArray kv,
            @Nullable INDArray keyMask,
            boolean training,
            Function<long[], INDArray> keep,
            INDArray out) {
        INDArray p = keep.apply(new long[] {q.size(0), heads, q.size(1), kv.size(1)});
        Rows.multiply(split(q, 1, 0), false, split(kv, 2, 0), true, p);
        p.muli(scale(q));
        if (keyMask != null) {
            INDArray hidden = keyMask.castTo(p.dataType()).rsub(1.0).muli(NO_KEY);
            Nd4j.getExecutioner().exec(new BroadcastAddOp(p, hidden, p, 0, 3));
        }
        // As a matrix, because oneDNN's softmax is wrong along some axes of arrays of rank four.
        Rows.softmax(rows(p));
        if (keyMask != null) {
            Nd4j.getExecutioner().exec(new BroadcastMulOp(p, keyMask.castTo(p.dataType()), p, 0, 3));
        }
        dropped = training && dropout > 0 ? Dropping.mask(keep.apply(p.shape()), dropout) : null;
        Rows.multiply(used(p), false, split(kv, 2, 1), false, split(out, 1, 0));
        queries = q;
        keysAndValues = kv;
        weights = p;
    }

    /** Writes the gradients at queries, keys and values, from that at the output. */
    public void backward(INDArray epsilon, INDArray atQueries, INDArray atKeysAndValues) {
        INDArray q = kept(queries);
        INDArray kv = kept(keysAndValues);
        INDArray p = kept(weights);
        INDArray e = split(epsilon, 1, 0);
        Rows.multiply(used(p), true, e, false, split(atKeysAndValues, 2, 1));
        INDArray atScores = Nd4j.createUninitialized(p.dataType(), p.shape(), 'c');
        Rows.multiply(e, false, split(kv, 2, 1), true, atScores);
        if (dropped != null) {
            atScores.muli(dropped);
        }
        atScores.muli(p);
        INDArray sums = rows(atScores).sum(true, 1);
        rows(atScores).subi(rows(p).mulColumnVector(sums)).muli(scale(q));
        Rows.multiply(atScores, false, split(kv, 2, 0), false, split(atQueries, 1, 0));
        Rows.multiply(atScores, true, split(q, 1, 0), false, split(atKeysAndValues, 2, 0));
    }

    /** Attention weights of the last forward pass, before dropout: [batch, heads, queries, keys]; null without one. */
    public @Nullable INDArray weights() {
        return weights;
    }

    /** Forgets the last forward pass. */
    public void clear() {
        queries = null;
        keysAndValues = null;
        weights = null;
        dropped = null;
    }

    private INDArray used(INDArray p) {
        return dropped == null ? p : p.mul(dropped);
    }

    private double scale(INDArray q) {
        return 1.0 / Math.sqrt((double) q.size(2) / heads);
    }

    private static INDArray rows(INDArray p) {
        long keys = p.size(3);
        return p.reshape('c', p.length() / keys, keys);
    }

    /** Part {@code index} of [batch, time, parts * size] as a view [batch, heads, time, size / heads]. */
    private INDArray split(INDArray memory, int parts, int index) {
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

    private static INDArray kept(@Nullable INDArray array) {
        if (array == null) {
            throw new IllegalStateException("backward without a forward pass in attention");
        }
        return array;
    }
}
