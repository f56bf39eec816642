package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * An embedding, a dense layer that scores classes by it, and a centre for each class (Wen et al. 2016). Puts out
 * [batch, classes + classes + units]: scores, squared distances to all centres, the embedding.
 */
public final class CenterHeadLayer extends DeclaredLayer {
    static final String EMBEDDING_WEIGHT = "W";
    static final String EMBEDDING_BIAS = "b";
    static final String CLASS_WEIGHT = "cW";
    static final String CLASS_BIAS = "cb";
    static final String CENTERS = "centers";

    @JsonProperty
    private long classes;

    @JsonProperty
    private long units;

    /** For the JSON reader. */
    public CenterHeadLayer() {
        this(0, 0);
    }

    public CenterHeadLayer(long classes, long units) {
        this.classes = classes;
        this.units = units;
        setNOut(2 * classes + units);
        setActivationFn(new ActivationIdentity());
    }

    long classes() {
        return classes;
    }

    long units() {
        return units;
    }

    @Override
    boolean acceptsVectors() {
        return true;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of(
                ParameterShape.weight(EMBEDDING_WEIGHT, getNIn(), units),
                ParameterShape.bias(EMBEDDING_BIAS, units),
                ParameterShape.weight(CLASS_WEIGHT, units, classes),
                ParameterShape.bias(CLASS_BIAS, classes),
                ParameterShape.weight(CENTERS, classes, units));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new CenterHead(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of(classes, units);
    }
}
