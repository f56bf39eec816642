package org.vitrine.worker.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.worker.kernels.GeluActivation;
import org.vitrine.worker.layers.LayerContract;
import org.vitrine.worker.parts.CombineVertex.Kind;

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
    void softmaxOfNumbersFarBelowZeroIsANumber() {
        for (long[] shape : new long[][] {{2, 3}, {2, 3, 4}, {2, 3, 4, 5}}) {
            INDArray low = Nd4j.create(DataType.DOUBLE, shape).assign(-1e5);
            assertThat(new ChannelSoftmax()
                            .getActivation(low, false)
                            .dup('c')
                            .data()
                            .asDouble())
                    .containsOnly(1.0 / 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void combinationsKeepTheContract(Kind kind) {
        CombineVertex vertex = new CombineVertex(kind);
        LayerContract.of(vertex, SEQUENCE, SEQUENCE)
                .withAnyOutputAtMaskedSteps()
                .verify();
        LayerContract.of(vertex, IMAGE, IMAGE).verify();
        if (kind != Kind.SUBTRACT) {
            LayerContract.of(vertex, VECTOR, VECTOR, VECTOR).verify();
        }
    }

    @Test
    void attentionKeepsTheContract() {
        InputType queries = InputType.recurrent(6, 5);
        InputType keysAndValues = InputType.recurrent(12, 5);
        LayerContract.of(new AttentionVertex(2, 0), queries, keysAndValues).verify();
        LayerContract.of(new AttentionVertex(3, 0), queries, InputType.recurrent(12, 3))
                .withMask(null)
                .verify();
        LayerContract.of(new AttentionVertex(2, 0.4), queries, keysAndValues).verifyDropout();
    }

    @Test
    void slicesKeepTheContract() {
        LayerContract.of(SliceVertex.features(1, 3), VECTOR).verify();
        LayerContract.of(SliceVertex.features(1, 2), IMAGE).verify();
        LayerContract.of(new SliceVertex(2, false, 0, 1), IMAGE).verify();
        LayerContract.of(new SliceVertex(3, false, 1, 2), IMAGE).verify();
        LayerContract.of(SliceVertex.features(0, 2), SEQUENCE)
                .withAnyOutputAtMaskedSteps()
                .verify();
        LayerContract.of(new SliceVertex(2, true, 1, 4), SEQUENCE)
                .withAnyOutputAtMaskedSteps()
                .withMask(null)
                .verify();
    }

    @Test
    void rearrangementsKeepTheContract() {
        LayerContract.of(RearrangeVertex.reshaped(15), SEQUENCE).verify();
        LayerContract.of(RearrangeVertex.reshaped(12), IMAGE).verify();
        LayerContract.of(RearrangeVertex.reshaped(3, 2, 2), IMAGE).verify();
        LayerContract.of(RearrangeVertex.reshaped(4, 3), IMAGE).verify();
        LayerContract.of(RearrangeVertex.reshaped(5, 1), VECTOR).verify();
        LayerContract.of(RearrangeVertex.permuted(0, 2, 1), SEQUENCE)
                .withMask(null)
                .verify();
        LayerContract.of(RearrangeVertex.permuted(0, 3, 1, 2), IMAGE).verify();
    }
}
