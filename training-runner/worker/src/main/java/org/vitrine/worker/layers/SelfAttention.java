package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One projection for queries, keys and values together, then batched products per head on views of it. */
public final class SelfAttention extends DeclaredLayerRuntime<SelfAttentionLayer> implements ShowsAttention {

    private final ScaledDotProduct attention;
    private boolean keepWeights;
    private @Nullable INDArray shownWeights;

    /** Heads' outputs side by side, [batch * time, projection]. */
    private @Nullable INDArray context;

    SelfAttention(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
        attention =
                new ScaledDotProduct(layerConf().attentionDropout(), layerConf().causal());
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
        INDArray o = keep(workspaces, batch, steps, size);
        attention.forward(
                part(qkv, 0),
                part(qkv, 1),
                part(qkv, 2),
                maskArray,
                training,
                shape -> keep(workspaces, shape),
                ScaledDotProduct.split(o, heads(), 1, 0));
        showWeights();
        INDArray out = output(workspaces, Rows.memoryShape(x, layerConf().getNOut()));
        INDArray outRows = Rows.matrix(out);
        Rows.affine(
                Rows.matrix(o),
                parameter(SelfAttentionLayer.WEIGHT_OUT, training, workspaces),
                parameter(SelfAttentionLayer.BIAS_OUT, training, workspaces),
                outRows);
        Rows.applyMask(outRows, maskArray);
        context = o;
        return Rows.exposed(out);
    }

    @Override
    @Nullable
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray e = Rows.masked(epsilon, maskArray);
        INDArray o = kept(context);
        Rows.affineGradients(
                Rows.matrix(o), e, gradient(SelfAttentionLayer.WEIGHT_OUT), gradient(SelfAttentionLayer.BIAS_OUT));
        INDArray atContext = scratch(o.shape());
        INDArray wo = parameter(SelfAttentionLayer.WEIGHT_OUT, true, workspaces);
        Rows.multiply(e, false, wo, true, Rows.matrix(atContext));

        INDArray atQkv = scratch(o.size(0), o.size(1), 3 * o.size(2));
        attention.backward(
                ScaledDotProduct.split(atContext, heads(), 1, 0),
                this::scratch,
                part(atQkv, 0),
                part(atQkv, 1),
                part(atQkv, 2));

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

    private int heads() {
        return layerConf().heads();
    }

    /** Queries, keys or values of all heads. */
    private INDArray part(INDArray qkv, int index) {
        return ScaledDotProduct.split(qkv, heads(), 3, index);
    }

    private void showWeights() {
        INDArray p = attention.weights();
        if (keepWeights && p != null) {
            shownWeights = Detached.create(() -> p.dup('c'));
        }
    }

    @Override
    public void clear() {
        super.clear();
        attention.clear();
        context = null;
    }
}
