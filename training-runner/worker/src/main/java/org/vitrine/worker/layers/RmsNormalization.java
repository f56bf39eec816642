package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@code y = gain * xhat} with {@code xhat = x / sqrt(mean(x²) + epsilon)} row by row. */
final class RmsNormalization extends DeclaredLayerRuntime<RmsNormalizationLayer> {

    private @Nullable INDArray normalised;
    private @Nullable INDArray inverseSize;

    RmsNormalization(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        INDArray rows = Rows.of(x);
        INDArray xhat = keep(workspaces, rows.shape()).assign(rows);
        INDArray inverse =
                keep(workspaces, rows.size(0), 1).assign(xhat.mul(xhat).mean(true, 1));
        inverse.addi(layerConf().epsilon());
        Transforms.sqrt(inverse, false).rdivi(1.0);
        xhat.muliColumnVector(inverse);

        INDArray out = output(workspaces, Rows.memoryShape(x, rows.size(1)));
        INDArray outRows = Rows.matrix(out);
        Rows.multiplyByRow(xhat, parameter(RmsNormalizationLayer.GAIN, training, workspaces), outRows);
        Rows.applyMask(outRows, maskArray);
        normalised = xhat;
        inverseSize = inverse;
        return Rows.exposed(out);
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray xhat = kept(normalised);
        INDArray e = Rows.masked(epsilon, maskArray);
        INDArray product = e.mul(xhat);
        product.sum(gradient(RmsNormalizationLayer.GAIN), 0);

        INDArray out = inputGradient(workspaces, Rows.memoryShape(epsilon, xhat.size(1)));
        INDArray dx = Rows.matrix(out);
        Rows.multiplyByRow(e, parameter(RmsNormalizationLayer.GAIN, true, workspaces), dx);
        INDArray alongXhat = dx.mul(xhat, product).mean(true, 1);
        dx.subi(xhat.mulColumnVector(alongXhat)).muliColumnVector(kept(inverseSize));
        return Rows.exposed(out);
    }

    @Override
    public void clear() {
        super.clear();
        normalised = null;
        inverseSize = null;
    }
}
