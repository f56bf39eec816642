package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A dense layer with activation, the same for each time step of [batch, features, time] (or for [batch, features]), in one
 * matrix product over all steps.
 */
public final class TimeDistributedDenseLayer extends DeclaredLayer {

    static final String WEIGHT = "W";
    static final String BIAS = "b";

    /** For the JSON reader. */
    public TimeDistributedDenseLayer() {
        this(0, new ActivationIdentity());
    }

    public TimeDistributedDenseLayer(long units, IActivation activation) {
        setNOut(units);
        setActivationFn(activation);
    }

    @Override
    boolean acceptsVectors() {
        return true;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of(ParameterShape.weight(WEIGHT, getNIn(), getNOut()), ParameterShape.bias(BIAS, getNOut()));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new TimeDistributedDense(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of();
    }
}
