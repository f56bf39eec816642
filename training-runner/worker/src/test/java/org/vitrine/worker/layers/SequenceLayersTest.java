package org.vitrine.worker.layers;

import java.util.Random;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.worker.kernels.GeluActivation;

class SequenceLayersTest {

    private static final InputType SEQUENCE = InputType.recurrent(6, 5);
    private static final InputType VECTOR = InputType.feedForward(6);

    @Test
    void layerNormalizationKeepsTheContractOnSequences() {
        LayerContract.of(new LayerNormalizationLayer(), SEQUENCE).verify();
    }

    @Test
    void layerNormalizationKeepsTheContractOnVectors() {
        LayerContract.of(new LayerNormalizationLayer(), VECTOR).verify();
    }

    @Test
    void rmsNormalizationKeepsTheContract() {
        LayerContract.of(new RmsNormalizationLayer(), SEQUENCE).verify();
        LayerContract.of(new RmsNormalizationLayer(1e-3), VECTOR).verify();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void groupNormalizationKeepsTheContract(int groups) {
        LayerContract.of(new GroupNormalizationLayer(groups, 1e-3), SEQUENCE).verify();
        LayerContract.of(new GroupNormalizationLayer(groups, 1e-5), InputType.convolutional(3, 2, 6))
                .verify();
        if (groups < 6) {
            LayerContract.of(new GroupNormalizationLayer(groups, 1e-3), VECTOR).verify();
        }
    }

    @Test
    void selfAttentionKeepsTheContract() {
        LayerContract.of(new SelfAttentionLayer(2, 0, false, 0.0), SEQUENCE).verify();
    }

    @Test
    void causalSelfAttentionWithItsOwnProjectionSizeKeepsTheContract() {
        SelfAttentionLayer layer = new SelfAttentionLayer(3, 9, true, 0.0);
        layer.setNOut(4);
        LayerContract.of(layer, SEQUENCE).verify();
    }

    @Test
    void attentionDropoutOnlyActsInTraining() {
        LayerContract.of(new SelfAttentionLayer(2, 0, false, 0.4), SEQUENCE).verifyDropout();
    }

    @Test
    void feedForwardBlockKeepsTheContractOnSequences() {
        LayerContract.of(new TransformerFeedForwardLayer(7, 0.0), SEQUENCE).verify();
    }

    @Test
    void feedForwardBlockKeepsTheContractOnVectors() {
        TransformerFeedForwardLayer layer = new TransformerFeedForwardLayer(7, 0.0);
        layer.setActivationFn(Activation.TANH.getActivationFunction());
        LayerContract.of(layer, VECTOR).verify();
    }

    @Test
    void hiddenDropoutOnlyActsInTraining() {
        LayerContract.of(new TransformerFeedForwardLayer(7, 0.5), SEQUENCE).verifyDropout();
    }

    @Test
    void sinusoidalPositionsKeepTheContract() {
        LayerContract.of(PositionalEncodingLayer.sinusoidal(), SEQUENCE).verify();
    }

    @Test
    void learnedPositionsKeepTheContract() {
        LayerContract.of(PositionalEncodingLayer.learned(8), SEQUENCE).verify();
    }

    @Test
    void timeDistributedDenseKeepsTheContract() {
        IActivation tanh = Activation.TANH.getActivationFunction();
        LayerContract.of(new TimeDistributedDenseLayer(4, tanh), SEQUENCE).verify();
        LayerContract.of(new TimeDistributedDenseLayer(4, tanh), VECTOR).verify();
    }

    @Test
    void geluIsXTimesTheNormalDistributionFunction() {
        INDArray x = Nd4j.createFromArray(-3.0, -1.0, 0.5, 2.0);
        INDArray expected = Nd4j.createFromArray(-0.0040496940, -0.1586552539, 0.3457312307, 1.9544997361);
        Examples.assertClose(new GeluActivation().getActivation(x, false), expected, 1e-9, "gelu");
    }

    @Test
    void tokenEmbeddingKeepsTheContract() {
        INDArray ids = ids(9, Examples.BATCH, 5);
        LayerContract.of(new TokenEmbeddingLayer(9, 3), InputType.feedForward(5))
                .withInputs(ids)
                .withMask(Examples.mask(SEQUENCE))
                .withDiscreteInput()
                .verify();
        LayerContract.of(new TokenEmbeddingLayer(9, 3), InputType.recurrent(1, 5))
                .withInputs(ids.reshape(Examples.BATCH, 1, 5))
                .withDiscreteInput()
                .verify();
    }

    private static INDArray ids(int vocabulary, int batch, int steps) {
        double[] values = new Random(4)
                .ints((long) batch * steps, 0, vocabulary)
                .asDoubleStream()
                .toArray();
        return Nd4j.createFromArray(values).castTo(DataType.DOUBLE).reshape(batch, steps);
    }
}
