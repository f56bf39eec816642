package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeFeedForward;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A trainable vector for each token of a vocabulary ({@code W}, [vocabulary, size]). Takes token ids as [batch, time] or
 * [batch, 1, time] and gives [batch, size, time]. Masked steps, such as padding, give zeros and train nothing.
 *
 * <p>The input is ids, so its type is {@code InputType.feedForward(time)} or {@code InputType.recurrent(1, time)}, and the
 * vocabulary is set here, not taken from it.
 */
public final class TokenEmbeddingLayer extends DeclaredLayer {

    static final String WEIGHT = "W";

    /** For the JSON reader. */
    public TokenEmbeddingLayer() {}

    /**
     * @param vocabulary number of tokens; ids are 0 to vocabulary - 1
     * @param size features of each token's vector
     */
    public TokenEmbeddingLayer(long vocabulary, long size) {
        setNIn(vocabulary);
        setNOut(size);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return InputType.recurrent(getNOut(), steps(inputType), RNNFormat.NCW);
    }

    private long steps(InputType inputType) {
        if (inputType instanceof InputTypeFeedForward ids) {
            return ids.getSize();
        }
        if (inputType instanceof InputTypeRecurrent ids && ids.getSize() == 1) {
            return ids.getTimeSeriesLength();
        }
        throw new IllegalStateException("Layer \"" + getLayerName()
                + "\" needs token ids [batch, time] or [batch, 1, time], but gets " + inputType);
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        steps(inputType);
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return null;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of(ParameterShape.weight(WEIGHT, getNIn(), getNOut()));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new TokenEmbedding(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of();
    }
}
