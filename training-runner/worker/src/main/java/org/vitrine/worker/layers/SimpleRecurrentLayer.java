package org.vitrine.worker.layers;

import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;

/** The Elman recurrent layer (1990): {@code h' = activation(W x + R h + b)}; the activation is the layer's, tanh unless set. */
public final class SimpleRecurrentLayer extends RecurrentLayer {

    /** For the JSON reader. */
    public SimpleRecurrentLayer() {
        this(0);
    }

    public SimpleRecurrentLayer(long units) {
        this(units, Activation.TANH.getActivationFunction());
    }

    public SimpleRecurrentLayer(long units, IActivation activation) {
        super(units);
        setActivationFn(activation);
    }

    @Override
    int gates() {
        return 1;
    }

    @Override
    RecurrentCell cell(int batch, DataType type) {
        return new SimpleRecurrentCell(batch, (int) units(), getActivationFn(), Squash.of(type));
    }
}
