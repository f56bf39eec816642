package org.vitrine.worker.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ChannelSoftmaxTest {

    @Test
    void numbersFarBelowZeroGiveNumbers() {
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
}
