package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Root mean square normalisation (Zhang and Sennrich 2019) over the features of each vector or of each time step, with a
 * gain {@code g} per feature. Input and output are [batch, features] or [batch, features, time].
 */
public final class RmsNormalizationLayer extends DeclaredLayer {

    static final String GAIN = "g";

    @JsonProperty
    private double epsilon;

    /** For the JSON reader. */
    public RmsNormalizationLayer() {
        this(1e-5);
    }

    /** @param epsilon added to the mean square */
    public RmsNormalizationLayer(double epsilon) {
        this.epsilon = epsilon;
    }

    double epsilon() {
        return epsilon;
    }

    @Override
    boolean acceptsVectors() {
        return true;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of(ParameterShape.gain(GAIN, getNOut()));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new RmsNormalization(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of(epsilon);
    }
}
