package org.vitrine.worker.layers;

import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.worker.kernels.Convolution;
import org.vitrine.worker.kernels.Memory;
import org.vitrine.worker.kernels.OneDnn;
import org.vitrine.worker.kernels.Pooling;
import org.vitrine.worker.kernels.Recent;

/** Pools windows and hands gradients back to where the values came from. */
final class ImagePooling extends DeclaredLayerRuntime<ImagePoolingLayer> {

    /** ND4J's names for averages over what is not padding, and for [batch, channels, height, width]. */
    private static final int[] WITHOUT_PADDING = {0, 0};

    /** By batch size. */
    private final Map<Long, Pooling> poolings = Recent.byBatchSize();

    ImagePooling(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = Rows.rowMajor(in());
        INDArray out = output(workspaces, geometry(x).target());
        if (OneDnn.serves(dataType)) {
            pooling(x).forward(Memory.of(x), Memory.of(out));
        } else {
            pool("", new INDArray[] {x}, out);
        }
        return out;
    }

    private Convolution.Geometry geometry(INDArray x) {
        return layerConf().window().geometry(x.shape(), x.size(1));
    }

    private Pooling pooling(INDArray x) {
        long kernel = layerConf().window().kernel();
        return Objects.requireNonNull(poolings.computeIfAbsent(
                x.size(0),
                any -> new Pooling(
                        geometry(x), new long[] {kernel, kernel}, layerConf().isMaximum())));
    }

    private void pool(String suffix, INDArray[] inputs, INDArray out) {
        Nd4j.exec(DynamicCustomOp.builder((layerConf().isMaximum() ? "maxpool2d" : "avgpool2d") + suffix)
                .addInputs(inputs)
                .addOutputs(out)
                .addIntegerArguments(layerConf().window().arguments(WITHOUT_PADDING))
                .build());
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray x = Rows.rowMajor(in());
        INDArray e = Rows.rowMajor(epsilon);
        INDArray out = inputGradient(workspaces, x.shape());
        if (OneDnn.serves(dataType)) {
            pooling(x).backward(Memory.of(e), Memory.of(out));
        } else {
            pool("_bp", new INDArray[] {x, e}, out);
        }
        return out;
    }
}
