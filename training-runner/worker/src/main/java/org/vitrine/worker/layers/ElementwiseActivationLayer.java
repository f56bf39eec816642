package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * An activation function on any input, along the features or channels where it is a softmax. Unlike DL4J's, it never
 * overwrites its input: DL4J's does so at inference, which also changes the data set and every other reader of that input.
 */
public final class ElementwiseActivationLayer extends DeclaredLayer {

    /** For the JSON reader. */
    public ElementwiseActivationLayer() {
        this(new ActivationIdentity());
    }

    public ElementwiseActivationLayer(IActivation activation) {
        setActivationFn(activation);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return inputType;
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        // Any input will do, and there is nothing to size.
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return null;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of();
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new ElementwiseActivation(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of();
    }
}
