package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016) over the features of each vector or of each time step, with a gain and a
 * bias per feature. Input and output are [batch, features] or [batch, features, time].
 */
public final class LayerNormalizationLayer extends DeclaredLayer {

    static final String GAIN = "g";
    static final String BIAS = "b";

    @JsonProperty
    private double epsilon;

    public LayerNormalizationLayer() {
        this(1e-5);
    }

    /**
     * With an epsilon of its own.
     *
     * @param epsilon added to the variance
     */
    public LayerNormalizationLayer(double epsilon) {
        this.epsilon = epsilon;
    }

    public double epsilon() {
        return epsilon;
    }

    @Override
    boolean acceptsVectors() {
        return true;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of(ParameterShape.gain(GAIN, getNOut()), ParameterShape.bias(BIAS, getNOut()));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new LayerNormalization(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of(epsilon);
    }
}
