package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.worker.layers.RecurrentLayer.Merge;

class RecurrentLayersTest {

    private static final InputType SEQUENCE = InputType.recurrent(3, 5);

    /** Padding before, behind and between, and an example without any. */
    private static final INDArray HOLES =
            Nd4j.createFromArray(new double[][] {{1, 1, 1, 1, 1}, {0, 0, 1, 1, 1}, {1, 1, 1, 0, 0}, {1, 0, 1, 1, 0}});

    static Stream<LongFunction<RecurrentLayer>> cells() {
        return Stream.of(
                LongShortTermMemoryLayer::new,
                GatedRecurrentLayer::new,
                SimpleRecurrentLayer::new,
                units -> new SimpleRecurrentLayer(units, Activation.SIGMOID.getActivationFunction()));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void recurrentLayersKeepTheContract(LongFunction<RecurrentLayer> cell) {
        LayerContract.of(cell.apply(4), SEQUENCE).withMask(HOLES).verify();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void bidirectionalLayersKeepTheContract(LongFunction<RecurrentLayer> cell) {
        LayerContract.of(cell.apply(2).bidirectional(Merge.CONCATENATE), SEQUENCE)
                .withMask(HOLES)
                .verify();
    }

    @ParameterizedTest
    @EnumSource(Merge.class)
    void everyMergeKeepsTheContract(Merge merge) {
        LayerContract.of(new GatedRecurrentLayer(2).bidirectional(merge), SEQUENCE)
                .withMask(HOLES)
                .verify();
    }

    @Test
    void lastStepKeepsTheContract() {
        LayerContract.of(new LastStepLayer(), SEQUENCE).withMask(HOLES).verify();
    }

    @Test
    void theFastTanhIsRightToSinglePrecision() {
        double[] values = new double[4001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 2000) / 100.0;
        }
        double[] fast = values.clone();
        Squash.SINGLE.tanh(fast, 0, fast.length);
        double[] exact = values.clone();
        Squash.EXACT.tanh(exact, 0, exact.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(fast[i]).as("tanh(%s)", values[i]).isBetween(exact[i] - 1e-7, exact[i] + 1e-7);
        }
    }
}
