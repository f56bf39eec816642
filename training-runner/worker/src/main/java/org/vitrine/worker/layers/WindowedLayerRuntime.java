package org.vitrine.worker.layers;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runtime of a layer that changes the number of time steps, and so the mask. */
abstract class WindowedLayerRuntime<C extends WindowedLayer> extends DeclaredLayerRuntime<C> {

    WindowedLayerRuntime(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /** The mask over windows, or null. */
    final @Nullable INDArray outputMask() {
        return maskArray == null ? null : layerConf().window().mask(maskArray);
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
            @Nullable INDArray mask, MaskState currentMaskState, int minibatchSize) {
        setMaskArray(mask);
        return new Pair<>(outputMask(), currentMaskState);
    }
}
