package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.vitrine.worker.kernels.OneDnn;
import org.vitrine.worker.kernels.RowNormalization;

/** {@code y = gain * xhat + bias} with {@code xhat = (x - mean) / sqrt(variance + epsilon)} row by row. */
final class LayerNormalization extends DeclaredLayerRuntime<LayerNormalizationLayer> {

    private @Nullable INDArray normalised;
    private @Nullable INDArray inverseDeviation;
    private @Nullable INDArray means;
    private @Nullable INDArray variances;

    LayerNormalization(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        INDArray rows = Rows.of(x);
        if (OneDnn.serves(rows)) {
            return fused(rows, x, training, workspaces);
        }
        INDArray xhat = keep(workspaces, rows.shape());
        INDArray inverse = keep(workspaces, rows.size(0), 1);
        Rows.subtractColumn(rows, rows.mean(1), xhat);
        inverse.assign(xhat.mul(xhat).mean(true, 1));
        inverse.addi(layerConf().epsilon());
        Transforms.sqrt(inverse, false).rdivi(1.0);
        xhat.muliColumnVector(inverse);

        INDArray out = output(workspaces, Rows.memoryShape(x, rows.size(1)));
        INDArray outRows = Rows.matrix(out);
        Rows.multiplyByRow(xhat, parameter(LayerNormalizationLayer.GAIN, training, workspaces), outRows);
        outRows.addiRowVector(parameter(LayerNormalizationLayer.BIAS, training, workspaces));
        Rows.applyMask(outRows, maskArray);
        normalised = xhat;
        inverseDeviation = inverse;
        return Rows.exposed(out);
    }

    private INDArray fused(INDArray rows, INDArray x, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray out = output(workspaces, Rows.memoryShape(x, rows.size(1)));
        INDArray mean = keep(workspaces, rows.size(0));
        INDArray variance = keep(workspaces, rows.size(0));
        RowNormalization.forward(
                rows,
                parameter(LayerNormalizationLayer.GAIN, training, workspaces),
                parameter(LayerNormalizationLayer.BIAS, training, workspaces),
                layerConf().epsilon(),
                Rows.matrix(out),
                mean,
                variance);
        Rows.applyMask(Rows.matrix(out), maskArray);
        means = mean;
        variances = variance;
        return Rows.exposed(out);
    }

    private INDArray fusedBackward(INDArray epsilon, INDArray mean, LayerWorkspaceMgr workspaces) {
        INDArray rows = Rows.of(in());
        INDArray out = inputGradient(workspaces, Rows.memoryShape(epsilon, rows.size(1)));
        RowNormalization.backward(
                rows,
                parameter(LayerNormalizationLayer.GAIN, true, workspaces),
                layerConf().epsilon(),
                mean,
                kept(variances),
                Rows.masked(epsilon, maskArray),
                Rows.matrix(out),
                gradient(LayerNormalizationLayer.GAIN),
                gradient(LayerNormalizationLayer.BIAS));
        return Rows.exposed(out);
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (means != null) {
            return fusedBackward(epsilon, means, workspaces);
        }
        INDArray xhat = kept(normalised);
        INDArray e = Rows.masked(epsilon, maskArray);
        INDArray product = e.mul(xhat);
        product.sum(gradient(LayerNormalizationLayer.GAIN), 0);
        e.sum(gradient(LayerNormalizationLayer.BIAS), 0);

        INDArray out = inputGradient(workspaces, Rows.memoryShape(epsilon, xhat.size(1)));
        INDArray dx = Rows.matrix(out);
        Rows.multiplyByRow(e, parameter(LayerNormalizationLayer.GAIN, true, workspaces), dx);
        INDArray alongXhat = dx.mul(xhat, product).mean(true, 1);
        INDArray mean = dx.mean(true, 1);
        dx.subi(xhat.mulColumnVector(alongXhat)).subiColumnVector(mean).muliColumnVector(kept(inverseDeviation));
        return Rows.exposed(out);
    }

    @Override
    public void clear() {
        super.clear();
        normalised = null;
        inverseDeviation = null;
        means = null;
        variances = null;
    }
}
