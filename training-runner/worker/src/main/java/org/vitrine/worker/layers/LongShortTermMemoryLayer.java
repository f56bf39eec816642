package org.vitrine.worker.layers;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997) with a forget gate (Gers et al. 2000) and no peepholes. The
 * columns of the weights are the input, forget and output gate and the candidate; forget biases start at one.
 */
public final class LongShortTermMemoryLayer extends RecurrentLayer {

    /** For the JSON reader. */
    public LongShortTermMemoryLayer() {
        this(0);
    }

    public LongShortTermMemoryLayer(long units) {
        super(units);
    }

    @Override
    int gates() {
        return 4;
    }

    @Override
    RecurrentCell cell(int batch, DataType type) {
        return new LongShortTermMemoryCell((int) units(), Squash.of(type));
    }

    @Override
    void initialise(ParameterShape parameter, INDArray view) {
        super.initialise(parameter, view);
        if (parameter.key().endsWith(BIAS)) {
            view.get(NDArrayIndex.interval(units(), 2 * units())).assign(1.0);
        }
    }
}
