package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Two matrix products over all time steps at once, with the activation and inverted dropout between them. */
final class TransformerFeedForward extends DeclaredLayerRuntime<TransformerFeedForwardLayer> {

    /** Hidden values before the activation. */
    private @Nullable INDArray hidden;

    /** Hidden values after activation and dropout. */
    private @Nullable INDArray active;

    /** Zero where dropped, 1 / (1 - p) elsewhere; null where nothing was dropped. */
    private @Nullable INDArray dropped;

    TransformerFeedForward(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        INDArray rows = Rows.of(x);
        INDArray z = keep(workspaces, rows.size(0), layerConf().hiddenSize());
        Rows.affine(
                rows,
                parameter(TransformerFeedForwardLayer.WEIGHT_IN, training, workspaces),
                parameter(TransformerFeedForwardLayer.BIAS_IN, training, workspaces),
                z);
        INDArray a = keep(workspaces, z.shape());
        activateInto(z, a, training);
        dropped = null;
        if (training && layerConf().hiddenDropout() > 0) {
            dropped = Dropping.mask(keep(workspaces, z.shape()), layerConf().hiddenDropout());
            a.muli(dropped);
        }
        INDArray out = output(workspaces, Rows.memoryShape(x, layerConf().getNOut()));
        INDArray outRows = Rows.matrix(out);
        Rows.affine(
                a,
                parameter(TransformerFeedForwardLayer.WEIGHT_OUT, training, workspaces),
                parameter(TransformerFeedForwardLayer.BIAS_OUT, training, workspaces),
                outRows);
        Rows.applyMask(outRows, maskArray);
        hidden = z;
        active = a;
        return Rows.exposed(out);
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray e = Rows.masked(epsilon, maskArray);
        INDArray a = kept(active);
        Rows.affineGradients(
                a, e, gradient(TransformerFeedForwardLayer.WEIGHT_OUT), gradient(TransformerFeedForwardLayer.BIAS_OUT));
        INDArray atActive = scratch(a.shape());
        Rows.multiply(e, false, parameter(TransformerFeedForwardLayer.WEIGHT_OUT, true, workspaces), true, atActive);
        if (dropped != null) {
            atActive.muli(dropped);
        }
        INDArray atHidden = atSums(kept(hidden), atActive);
        INDArray x = in();
        Rows.affineGradients(
                Rows.of(x),
                atHidden,
                gradient(TransformerFeedForwardLayer.WEIGHT_IN),
                gradient(TransformerFeedForwardLayer.BIAS_IN));
        INDArray out = inputGradient(workspaces, Rows.memoryShape(x, layerConf().getNIn()));
        Rows.multiply(
                atHidden,
                false,
                parameter(TransformerFeedForwardLayer.WEIGHT_IN, true, workspaces),
                true,
                Rows.matrix(out));
        return Rows.exposed(out);
    }

    @Override
    public void clear() {
        super.clear();
        hidden = null;
        active = null;
        dropped = null;
    }
}
