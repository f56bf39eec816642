package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Group normalisation (Wu and He 2018): groups of channels are normalised over all pixels or steps of one example, with a
 * gain {@code g} and a bias {@code b} per channel. Input and output are [batch, channels], [batch, channels, time] or [batch,
 * channels, height, width]. Masked steps do not count.
 */
public final class GroupNormalizationLayer extends DeclaredLayer {

    static final String GAIN = "g";
    static final String BIAS = "b";

    @JsonProperty
    private int groups;

    @JsonProperty
    private double epsilon;

    /** For the JSON reader. */
    public GroupNormalizationLayer() {
        this(1, 1e-5);
    }

    /**
     * All settings.
     *
     * @param groups divides the channels
     * @param epsilon added to the variance
     */
    public GroupNormalizationLayer(int groups, double epsilon) {
        this.groups = groups;
        this.epsilon = epsilon;
    }

    int groups() {
        return groups;
    }

    double epsilon() {
        return epsilon;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return inputType;
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        if (getNIn() <= 0 || override) {
            setNIn(inputType.getShape(false)[0]);
            setNOut(getNIn());
        }
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return null;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        if (getNOut() % groups != 0) {
            throw new IllegalStateException("Layer \"" + getLayerName() + "\": " + getNOut()
                    + " channels cannot be split into " + groups + " groups");
        }
        return List.of(ParameterShape.gain(GAIN, getNOut()), ParameterShape.bias(BIAS, getNOut()));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new GroupNormalization(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of(groups, epsilon);
    }
}
