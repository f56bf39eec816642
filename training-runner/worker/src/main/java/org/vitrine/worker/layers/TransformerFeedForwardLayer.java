package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.vitrine.worker.kernels.GeluActivation;

/**
 * The position-wise feed-forward block of a Transformer (Vaswani et al. 2017): dense, activation, dropout, dense, the same
 * for each time step. Takes [batch, features] or [batch, features, time]; {@code nOut} is the number of input features
 * unless set. The activation is the layer's activation function, GELU unless set.
 */
public final class TransformerFeedForwardLayer extends DeclaredLayer {

    static final String WEIGHT_IN = "W1";
    static final String BIAS_IN = "b1";
    static final String WEIGHT_OUT = "W2";
    static final String BIAS_OUT = "b2";

    @JsonProperty
    private long hiddenSize;

    @JsonProperty
    private double hiddenDropout;

    public TransformerFeedForwardLayer() {
        this(0, 0.0);
    }

    /**
     * @param hiddenSize units between the two dense layers
     * @param hiddenDropout probability in [0, 1) that a hidden unit is dropped in training
     */
    public TransformerFeedForwardLayer(long hiddenSize, double hiddenDropout) {
        this.hiddenSize = hiddenSize;
        this.hiddenDropout = hiddenDropout;
        setActivationFn(new GeluActivation());
    }

    public long hiddenSize() {
        return hiddenSize;
    }

    public double hiddenDropout() {
        return hiddenDropout;
    }

    @Override
    boolean acceptsVectors() {
        return true;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of(
                ParameterShape.weight(WEIGHT_IN, getNIn(), hiddenSize),
                ParameterShape.bias(BIAS_IN, hiddenSize),
                ParameterShape.weight(WEIGHT_OUT, hiddenSize, getNOut()),
                ParameterShape.bias(BIAS_OUT, getNOut()));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new TransformerFeedForward(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of(hiddenSize, hiddenDropout);
    }
}
