package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows times weights, then the activation. */
final class TimeDistributedDense extends DeclaredLayerRuntime<TimeDistributedDenseLayer> {

    /** Rows before the activation. */
    private @Nullable INDArray sums;

    TimeDistributedDense(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        INDArray rows = Rows.of(x);
        INDArray z = keep(workspaces, rows.size(0), layerConf().getNOut());
        Rows.affine(
                rows,
                parameter(TimeDistributedDenseLayer.WEIGHT, training, workspaces),
                parameter(TimeDistributedDenseLayer.BIAS, training, workspaces),
                z);
        INDArray out = output(workspaces, Rows.memoryShape(x, layerConf().getNOut()));
        activateInto(z, Rows.matrix(out), training);
        Rows.applyMask(Rows.matrix(out), maskArray);
        sums = z;
        return Rows.exposed(out);
    }

    @Override
    @Nullable
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray atSums = atSums(kept(sums), Rows.masked(epsilon, maskArray));
        INDArray x = in();
        Rows.affineGradients(
                Rows.of(x),
                atSums,
                gradient(TimeDistributedDenseLayer.WEIGHT),
                gradient(TimeDistributedDenseLayer.BIAS));
        if (skipsInputGradient()) {
            return null;
        }
        INDArray out = inputGradient(workspaces, Rows.memoryShape(x, layerConf().getNIn()));
        INDArray weight = parameter(TimeDistributedDenseLayer.WEIGHT, true, workspaces);
        Rows.multiply(atSums, false, weight, true, Rows.matrix(out));
        return Rows.exposed(out);
    }

    @Override
    public void clear() {
        super.clear();
        sums = null;
    }
}
