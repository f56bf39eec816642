package org.vitrine.worker.parts;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.vitrine.worker.layers.GeluActivation;
import org.vitrine.worker.layers.LayerContract;
import org.vitrine.worker.parts.ShapeVertex.Kind;

class PartsContractTest {

    private static final InputType SEQUENCE = InputType.recurrent(3, 5);
    private static final InputType VECTOR = InputType.feedForward(5);
    private static final InputType IMAGE = InputType.convolutional(3, 2, 2);

    static Stream<IActivation> activations() {
        return Stream.concat(
                Stream.of(
                                Activation.RELU,
                                Activation.LEAKYRELU,
                                Activation.ELU,
                                Activation.SWISH,
                                Activation.TANH,
                                Activation.SIGMOID,
                                Activation.IDENTITY)
                        .map(Activation::getActivationFunction),
                Stream.of(new GeluActivation()));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activationsKeepTheContract(IActivation activation) {
        for (InputType type : new InputType[] {SEQUENCE, VECTOR, IMAGE}) {
            LayerContract.of(new ActivationVertex(activation), type)
                    .withAnyOutputAtMaskedSteps()
                    .verify();
        }
    }

    @Test
    void softmaxOverChannelsKeepsTheContract() {
        for (InputType type : new InputType[] {VECTOR, IMAGE}) {
            LayerContract.of(new ActivationVertex(new ChannelSoftmax()), type).verify();
        }
    }

    @Test
    void addAndConcatenateKeepTheContract() {
        for (Kind kind : new Kind[] {Kind.ADD, Kind.CONCATENATE}) {
            LayerContract.of(ShapeVertex.of(kind), SEQUENCE, SEQUENCE, SEQUENCE)
                    .withAnyOutputAtMaskedSteps()
                    .verify();
            LayerContract.of(ShapeVertex.of(kind), VECTOR, VECTOR).verify();
            LayerContract.of(ShapeVertex.of(kind), IMAGE, IMAGE).verify();
        }
    }
}
