package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Works on rows for vectors and sequences, on the whole array for images. */
final class ElementwiseActivation extends DeclaredLayerRuntime<ElementwiseActivationLayer> {

    ElementwiseActivation(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        if (x.rank() > 3) {
            INDArray out = output(workspaces, x.shape());
            activateInto(channelsLast(x), channelsLast(out), training);
            return out;
        }
        INDArray out = output(workspaces, Rows.memoryShape(x, x.size(1)));
        activateInto(Rows.of(x), Rows.matrix(out), training);
        Rows.applyMask(Rows.matrix(out), x.rank() == 3 ? maskArray : null);
        return Rows.exposed(out);
    }

    /** A softmax works along the last axis; for all others the order does not matter, and moving it would cost a copy. */
    private INDArray channelsLast(INDArray image) {
        return layerConf().getActivationFn() instanceof ActivationSoftmax ? image.permute(0, 2, 3, 1) : image;
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        if (x.rank() > 3) {
            INDArray out = inputGradient(workspaces, x.shape());
            channelsLast(out).assign(atSums(channelsLast(x), channelsLast(epsilon)));
            return out;
        }
        INDArray out = inputGradient(workspaces, Rows.memoryShape(x, x.size(1)));
        INDArray e = Rows.masked(epsilon, x.rank() == 3 ? maskArray : null);
        Rows.matrix(out).assign(atSums(Rows.of(x), e));
        return Rows.exposed(out);
    }
}
