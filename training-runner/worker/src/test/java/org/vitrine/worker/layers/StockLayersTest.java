package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The layer of DL4J that we use as it is keeps the contract too. */
class StockLayersTest {

    private static final InputType SEQUENCE = InputType.recurrent(3, 5);
    private static final InputType IMAGE = InputType.convolutional(5, 5, 2);

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    @ParameterizedTest
    @EnumSource(names = {"MAX", "AVG"})
    void globalPoolingKeepsTheContract(PoolingType type) {
        INDArray holes = Nd4j.createFromArray(
                new double[][] {{1, 1, 1, 1, 1}, {0, 0, 1, 1, 1}, {1, 1, 1, 0, 0}, {1, 0, 1, 1, 0}});
        LayerContract.of(new GlobalPoolingLayer(type), SEQUENCE).withMask(holes).verify();
        LayerContract.of(new GlobalPoolingLayer(type), IMAGE).verify();
    }
}
