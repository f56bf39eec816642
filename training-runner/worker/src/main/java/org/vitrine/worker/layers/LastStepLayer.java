package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.nd4j.linalg.api.buffer.DataType;

/** Takes the last step that is not masked of each sequence: [batch, features, time] to [batch, features]. */
public final class LastStepLayer extends DeclaredLayer {

    public LastStepLayer() {}

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        if (inputType instanceof InputTypeRecurrent sequence) {
            return InputType.feedForward(sequence.getSize());
        }
        throw wrongInput(inputType);
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of();
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new LastStep(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of();
    }
}
