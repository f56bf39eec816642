package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.vitrine.worker.layers.SequencePoolingLayer.Mode;

class WindowedLayersTest {

    private static final InputType SEQUENCE = InputType.recurrent(3, 7);

    @ParameterizedTest
    @CsvSource({"1,1,1,true", "3,1,1,true", "3,1,1,false", "4,2,1,true", "3,2,1,false", "3,1,2,true", "2,2,3,false"})
    void sequenceConvolutionKeepsTheContract(int kernel, int stride, int dilation, boolean same) {
        LayerContract.of(
                        new SequenceConvolutionLayer(
                                2, kernel, stride, dilation, same, Activation.TANH.getActivationFunction()),
                        SEQUENCE)
                .verify();
    }

    @ParameterizedTest
    @CsvSource({"MAX,3,1,true", "MAX,2,2,false", "AVERAGE,3,2,true", "AVERAGE,3,1,false", "MAX,2,2,true"})
    void sequencePoolingKeepsTheContract(Mode mode, int kernel, int stride, boolean same) {
        LayerContract.of(new SequencePoolingLayer(mode, kernel, stride, same), SEQUENCE)
                .verify();
    }

    @Test
    void aWindowThatIsLongerThanTheSequenceIsRefused() {
        assertThatThrownBy(() -> new TimeWindow(4, 1, 2, false).windows(6))
                .hasMessageContaining("reaches over 7 steps")
                .hasMessageContaining("only 6");
    }
}
