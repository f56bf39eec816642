package org.vitrine.worker.layers;

import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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

    static Stream<IActivation> activations() {
        return Stream.concat(
                Stream.of(
                                Activation.RELU,
                                Activation.LEAKYRELU,
                                Activation.ELU,
                                Activation.SWISH,
                                Activation.TANH,
                                Activation.SIGMOID,
                                Activation.SOFTMAX,
                                Activation.IDENTITY)
                        .map(Activation::getActivationFunction),
                Stream.of(new GeluActivation()));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activationsKeepTheContract(IActivation activation) {
        LayerContract.of(new ElementwiseActivationLayer(activation), SEQUENCE).verify();
        LayerContract.of(new ElementwiseActivationLayer(activation), VECTOR).verify();
        LayerContract.of(new ElementwiseActivationLayer(activation), InputType.convolutional(3, 2, 2))
                .verify();
    }

    @Test
    void activationsDoNotOverwriteTheirInput() {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("active", new ElementwiseActivationLayer(new GeluActivation()), "in")
                .addVertex("sum", new SumVertex(), "in", "active")
                .setOutputs("sum")
                .setInputTypes(VECTOR)
                .validateOutputLayerConfig(false)
                .build());
        graph.init();
        INDArray input = Examples.normal(8, 2, 6).castTo(DataType.FLOAT);
        INDArray before = input.dup();
        INDArray output = graph.outputSingle(input);
        Examples.assertIdentical(input, before, "input after inference");
        INDArray expected =
                new GeluActivation().getActivation(before.dup(), false).add(before);
        Examples.assertClose(output, expected, 1e-6, "x + gelu(x)");
    }

    @Test
    void softmaxSumsToOneOverFeaturesOrChannels() {
        for (InputType type : new InputType[] {SEQUENCE, VECTOR, InputType.convolutional(3, 2, 2)}) {
            ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                    .graphBuilder()
                    .addInputs("in")
                    .addLayer("softmax", new ElementwiseActivationLayer(new ActivationSoftmax()), "in")
                    .setOutputs("softmax")
                    .setInputTypes(type)
                    .validateOutputLayerConfig(false)
                    .build());
            graph.init();
            INDArray sums = graph.outputSingle(Examples.random(type).castTo(DataType.FLOAT))
                    .sum(1);
            Examples.assertClose(sums, Nd4j.onesLike(sums), 1e-6, "sum over axis 1 of " + type);
        }
    }

    @Test
    void geluIsXTimesTheNormalDistributionFunction() {
        INDArray x = Nd4j.createFromArray(-3.0, -1.0, 0.5, 2.0);
        INDArray expected = Nd4j.createFromArray(-0.0040496940, -0.1586552539, 0.3457312307, 1.9544997361);
        Examples.assertClose(new GeluActivation().getActivation(x, false), expected, 1e-9, "gelu");
    }

    @Test
    void sumsKeepTheContract() {
        InputType image = InputType.convolutional(3, 2, 2);
        LayerContract.of(new SumVertex(), SEQUENCE, SEQUENCE, SEQUENCE)
                .withAnyOutputAtMaskedSteps()
                .verify();
        LayerContract.of(new SumVertex(), VECTOR, VECTOR).verify();
        LayerContract.of(new SumVertex(), image, image).verify();
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
