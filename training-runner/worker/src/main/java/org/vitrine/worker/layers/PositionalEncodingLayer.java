package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Adds a vector for the position to each step of a [batch, features, time] sequence: the fixed sines and cosines of Vaswani
 * et al. 2017 (sine in even features, cosine in odd ones), or trainable vectors ({@code P}, [maximal length, features]).
 */
public final class PositionalEncodingLayer extends DeclaredLayer {

    static final String POSITIONS = "P";

    private static final double LEARNED_DEVIATION = 0.02;

    @JsonProperty
    private boolean learned;

    @JsonProperty
    private long maxLength;

    public PositionalEncodingLayer() {
        this(false, 0);
    }

    private PositionalEncodingLayer(boolean learned, long maxLength) {
        this.learned = learned;
        this.maxLength = maxLength;
    }

    /** The fixed encoding, for sequences of any length. */
    public static PositionalEncodingLayer sinusoidal() {
        return new PositionalEncodingLayer(false, 0);
    }

    /**
     * Trainable positions.
     *
     * @param maxLength the longest sequence; 0 for the length of the graph's input type
     */
    public static PositionalEncodingLayer learned(long maxLength) {
        return new PositionalEncodingLayer(true, maxLength);
    }

    public boolean isLearned() {
        return learned;
    }

    public long maxLength() {
        return maxLength;
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        super.setNIn(inputType, override);
        if (maxLength <= 0 && inputType instanceof InputTypeRecurrent sequence) {
            maxLength = sequence.getTimeSeriesLength();
        }
    }

    @Override
    List<ParameterShape> parameterShapes() {
        if (!learned) {
            return List.of();
        }
        if (maxLength <= 0) {
            throw new IllegalStateException("Layer \"" + getLayerName()
                    + "\": learned positions need the longest sequence length; set maxLength");
        }
        return List.of(ParameterShape.weight(POSITIONS, maxLength, getNOut()));
    }

    @Override
    void initialise(ParameterShape parameter, INDArray view) {
        view.assign(Nd4j.randn(view.dataType(), view.shape()).muli(LEARNED_DEVIATION));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new PositionalEncoding(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of(learned, maxLength);
    }
}
