package org.vitrine.worker.layers;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Gated recurrent unit (Cho et al. 2014) in the form of cuDNN, PyTorch and Keras, where the reset gate acts after the
 * recurrent product: {@code r, z = sigmoid(...)}, {@code n = tanh(W x + b + r * (R h + rb))}, {@code h' = (1 - z) n + z h}.
 * The columns of the weights are reset, update and candidate; {@code rb} is a second bias, on the recurrent product.
 */
public final class GatedRecurrentLayer extends RecurrentLayer {

    /** For the JSON reader. */
    public GatedRecurrentLayer() {
        this(0);
    }

    public GatedRecurrentLayer(long units) {
        super(units);
    }

    @Override
    int gates() {
        return 3;
    }

    @Override
    List<ParameterShape> furtherShapes(String prefix) {
        return List.of(ParameterShape.bias(prefix + Recurrent.RECURRENT_BIAS, 3 * units()));
    }

    @Override
    RecurrentCell cell(int batch, DataType type) {
        return new GatedRecurrentCell((int) units(), Squash.of(type));
    }
}
