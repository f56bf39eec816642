package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vitrine.worker.kernels.OneDnn;
import org.vitrine.worker.kernels.RowSoftmax;

/** One projection for queries, keys and values together, then batched products per head on views of it. */
public final class SelfAttention extends DeclaredLayerRuntime<SelfAttentionLayer> implements ShowsAttention {

    /** Large enough that exp gives exactly zero, small enough that a row of nothing else stays finite. */
    private static final double NO_KEY = -1e9;

    private boolean keepWeights;
    private @Nullable INDArray shownWeights;

    /** [batch, time, 3 * projection]. */
    private @Nullable INDArray projected;

    /** Softmax of the scores, [batch, heads, query, key]. */
    private @Nullable INDArray weights;

    private @Nullable INDArray dropped;

    /** Heads' outputs side by side, [batch * time, projection]. */
    private @Nullable INDArray context;

    SelfAttention(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    public void keepAttentionWeights(boolean keep) {
        keepWeights = keep;
        shownWeights = null;
    }

    @Override
    public @Nullable INDArray attentionWeights() {
        return shownWeights;
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        long batch = x.size(0);
        long steps = x.size(2);
        long size = layerConf().projectionSize();
        INDArray qkv = keep(workspaces, batch, steps, 3 * size);
        Rows.affine(
                Rows.of(x),
                parameter(SelfAttentionLayer.WEIGHT_QKV, training, workspaces),
                parameter(SelfAttentionLayer.BIAS_QKV, training, workspaces),
                Rows.matrix(qkv));
        INDArray p = keep(workspaces, batch, layerConf().heads(), steps, steps);
        Rows.multiply(heads(qkv, 0), false, heads(qkv, 1), true, p);
        p.muli(scale());
        hideKeys(p);
        softmax(p);
        showWeights(p);

        dropped = null;
        INDArray used = p;
        if (training && layerConf().attentionDropout() > 0) {
            dropped = Dropping.mask(keep(workspaces, p.shape()), layerConf().attentionDropout());
            used = p.mul(dropped);
        }
        INDArray o = keep(workspaces, batch, steps, size);
        Rows.multiply(used, false, heads(qkv, 2), false, heads(o, 0));

        INDArray out = output(workspaces, Rows.memoryShape(x, layerConf().getNOut()));
        INDArray outRows = Rows.matrix(out);
        Rows.affine(
                Rows.matrix(o),
                parameter(SelfAttentionLayer.WEIGHT_OUT, training, workspaces),
                parameter(SelfAttentionLayer.BIAS_OUT, training, workspaces),
                outRows);
        Rows.applyMask(outRows, maskArray);
        projected = qkv;
        weights = p;
        context = o;
        return Rows.exposed(out);
    }

    @Override
    @Nullable
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray e = Rows.masked(epsilon, maskArray);
        INDArray o = kept(context);
        INDArray p = kept(weights);
        INDArray qkv = kept(projected);
        Rows.affineGradients(
                Rows.matrix(o), e, gradient(SelfAttentionLayer.WEIGHT_OUT), gradient(SelfAttentionLayer.BIAS_OUT));
        INDArray atContext = scratch(o.shape());
        INDArray wo = parameter(SelfAttentionLayer.WEIGHT_OUT, true, workspaces);
        Rows.multiply(e, false, wo, true, Rows.matrix(atContext));

        INDArray atQkv = scratch(qkv.shape());
        INDArray used = dropped == null ? p : p.mul(dropped);
        Rows.multiply(used, true, heads(atContext, 0), false, heads(atQkv, 2));
        INDArray atScores = scratch(p.shape());
        Rows.multiply(heads(atContext, 0), false, heads(qkv, 2), true, atScores);
        if (dropped != null) {
            atScores.muli(dropped);
        }
        softmaxGradient(p, atScores);
        atScores.muli(scale());
        Rows.multiply(atScores, false, heads(qkv, 1), false, heads(atQkv, 0));
        Rows.multiply(atScores, true, heads(qkv, 0), false, heads(atQkv, 1));

        INDArray x = in();
        Rows.affineGradients(
                Rows.of(x),
                Rows.matrix(atQkv),
                gradient(SelfAttentionLayer.WEIGHT_QKV),
                gradient(SelfAttentionLayer.BIAS_QKV));
        if (skipsInputGradient()) {
            return null;
        }
        INDArray out = inputGradient(workspaces, Rows.memoryShape(x, layerConf().getNIn()));
        INDArray wqkv = parameter(SelfAttentionLayer.WEIGHT_QKV, true, workspaces);
        Rows.multiply(Rows.matrix(atQkv), false, wqkv, true, Rows.matrix(out));
        return Rows.exposed(out);
    }

    private static void softmax(INDArray p) {
        if (OneDnn.serves(p)) {
            RowSoftmax.forward(p);
            return;
        }
        // As a matrix, because ND4J's softmax is wrong along some axes of arrays of rank four.
        INDArray scores = p.reshape('c', p.length() / p.size(3), p.size(3));
        Nd4j.exec(new SoftMax(scores, scores, 1));
    }

    /** Turns the gradient at the softmax output into the gradient at its input, in place. */
    private static void softmaxGradient(INDArray p, INDArray gradient) {
        if (OneDnn.serves(p)) {
            RowSoftmax.gradient(p, gradient);
            return;
        }
        long keys = p.size(3);
        INDArray rows = p.reshape('c', p.length() / keys, keys);
        INDArray g = gradient.reshape('c', p.length() / keys, keys);
        g.muli(rows);
        INDArray sums = g.sum(true, 1);
        g.subi(rows.mulColumnVector(sums));
    }

    /** Part {@code index} of [batch, time, parts * projection] as a view [batch, heads, time, head size]. */
    private INDArray heads(INDArray memory, int index) {
        long size = layerConf().projectionSize();
        long heads = layerConf().heads();
        long parts = memory.size(2) / size;
        return memory.reshape('c', memory.size(0), memory.size(1), parts, heads, size / heads)
                .get(
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.point(index),
                        NDArrayIndex.all(),
                        NDArrayIndex.all())
                .permute(0, 2, 1, 3);
    }

    private double scale() {
        return 1.0
                / Math.sqrt((double) layerConf().projectionSize() / layerConf().heads());
    }

    private void hideKeys(INDArray scores) {
        if (maskArray != null) {
            INDArray hidden = maskArray.castTo(dataType).rsub(1.0).muli(NO_KEY);
            Nd4j.getExecutioner().exec(new BroadcastAddOp(scores, hidden, scores, 0, 3));
        }
        if (layerConf().causal()) {
            int steps = (int) scores.size(3);
            INDArray later = Nd4j.zeros(dataType, steps, steps);
            for (int query = 0; query < steps - 1; query++) {
                later.get(NDArrayIndex.point(query), NDArrayIndex.interval(query + 1, steps))
                        .assign(NO_KEY);
            }
            Nd4j.getExecutioner().exec(new BroadcastAddOp(scores, later, scores, 2, 3));
        }
    }

    private void showWeights(INDArray p) {
        if (keepWeights) {
            shownWeights = detached(() -> p.dup('c'));
        }
    }

    @Override
    public void clear() {
        super.clear();
        projected = null;
        weights = null;
        dropped = null;
        context = null;
    }
}
