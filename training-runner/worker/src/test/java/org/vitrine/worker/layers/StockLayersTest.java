package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The parts of DL4J that we use as they are, with the oneDNN helpers on, keep the contract too. */
class StockLayersTest {

    private static final InputType SEQUENCE = InputType.recurrent(3, 5);
    private static final InputType VECTOR = InputType.feedForward(5);
    private static final InputType IMAGE = InputType.convolutional(5, 5, 2);

    @BeforeAll
    static void switchHelpersOn() {
        EngineSettings.apply();
    }

    @Test
    void convolutionUsesTheOneDnnHelper() {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("convolution", convolution(1, 1, ConvolutionMode.Same), "in")
                .setOutputs("convolution")
                .setInputTypes(IMAGE)
                .validateOutputLayerConfig(false)
                .build());
        graph.init();
        assertThat(graph.getLayer("convolution").getHelper())
                .as("without it, training is four times slower")
                .isNotNull();
    }

    private static ConvolutionLayer convolution(int stride, int dilation, ConvolutionMode mode) {
        return new ConvolutionLayer.Builder(3, 2)
                .nOut(2)
                .stride(stride, stride)
                .dilation(dilation, dilation)
                .convolutionMode(mode)
                .activation(Activation.TANH)
                .build();
    }

    @ParameterizedTest
    @CsvSource({"1,1,Same", "1,1,Truncate", "2,1,Same", "2,1,Truncate", "1,2,Same", "1,2,Truncate"})
    void convolutionOverImagesKeepsTheContract(int stride, int dilation, ConvolutionMode mode) {
        LayerContract.of(convolution(stride, dilation, mode), IMAGE).verify();
    }

    @ParameterizedTest
    @CsvSource({"MAX,Same", "MAX,Truncate", "AVG,Same", "AVG,Truncate"})
    void poolingOverImagesKeepsTheContract(SubsamplingLayer.PoolingType type, ConvolutionMode mode) {
        LayerContract.of(
                        new SubsamplingLayer.Builder(type)
                                .kernelSize(3, 2)
                                .stride(2, 2)
                                .convolutionMode(mode)
                                .build(),
                        IMAGE)
                .verify();
    }

    @Test
    void batchNormalizationKeepsTheContract() {
        for (InputType type : new InputType[] {VECTOR, IMAGE}) {
            LayerContract.of(new BatchNormalization(), type)
                    .withStatistics("mean", "var", "log10stdev")
                    .verify();
        }
    }

    @Test
    void denseLayersKeepTheContract() {
        DenseLayer dense =
                new DenseLayer.Builder().nOut(3).activation(Activation.TANH).build();
        LayerContract.of(dense, VECTOR).verify();
        LayerContract.of(dense, IMAGE).verify();
    }

    @ParameterizedTest
    @EnumSource(names = {"MAX", "AVG"})
    void globalPoolingKeepsTheContract(PoolingType type) {
        INDArray holes = Nd4j.createFromArray(
                new double[][] {{1, 1, 1, 1, 1}, {0, 0, 1, 1, 1}, {1, 1, 1, 0, 0}, {1, 0, 1, 1, 0}});
        LayerContract.of(new GlobalPoolingLayer(type), SEQUENCE).withMask(holes).verify();
        LayerContract.of(new GlobalPoolingLayer(type), IMAGE).verify();
    }

    @Test
    void concatenationKeepsTheContract() {
        LayerContract.of(new MergeVertex(), SEQUENCE, SEQUENCE)
                .withAnyOutputAtMaskedSteps()
                .verify();
        LayerContract.of(new MergeVertex(), VECTOR, VECTOR, VECTOR).verify();
        LayerContract.of(new MergeVertex(), IMAGE, IMAGE).verify();
    }

    @Test
    void dropoutOnlyActsInTraining() {
        for (InputType type : new InputType[] {SEQUENCE, VECTOR, IMAGE}) {
            LayerContract.of(new DropoutLayer(0.6), type).verifyDropout();
        }
    }
}
