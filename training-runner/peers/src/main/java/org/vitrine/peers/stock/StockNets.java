package org.vitrine.peers.stock;

import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.vitrine.peers.ReferenceNet;

/**
 * Networks of stock layers. Deeplearning4j has no GRU and no attention of a decoder to an encoder, and for its Transformers no layer normalisation, no positional
 * encoding and no causal attention: they do a little less work than the others.
 */
final class StockNets {
    private static final int KERNEL = 5;
    private static final int CLASSES = 10;

    private final double learningRate;

    StockNets(double learningRate) {
        this.learningRate = learningRate;
    }

    /** The network, or nothing if the stock layers can not make it. */
    Optional<Model> of(ReferenceNet net) {
        return switch (net) {
            case LENET -> Optional.of(convolutional(28, 1, 20, 50, 500));
            case CIFAR -> Optional.of(convolutional(32, 3, 6, 16, 120, 84));
            case LSTM -> Optional.of(recurrent());
            case GRU, ENCODER_DECODER -> Optional.empty();
            case ENCODER -> Optional.of(encoder());
            case CAUSAL -> Optional.of(perToken());
        };
    }

    private NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(7)
                .weightInit(WeightInit.XAVIER)
                .updater(new Adam(learningRate));
    }

    private static ConvolutionLayer convolution(int filters) {
        return new ConvolutionLayer.Builder(KERNEL, KERNEL)
                .nOut(filters)
                .activation(Activation.RELU)
                .build();
    }

    private static SubsamplingLayer pool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private MultiLayerNetwork convolutional(int side, int channels, int first, int second, int... dense) {
        ListBuilder layers = builder()
                .list()
                .layer(convolution(first))
                .layer(pool())
                .layer(convolution(second))
                .layer(pool());
        for (int units : dense) {
            layers.layer(new DenseLayer.Builder()
                    .nOut(units)
                    .activation(Activation.RELU)
                    .build());
        }
        return initialised(layers.layer(output()).setInputType(InputType.convolutional(side, side, channels)));
    }

    private MultiLayerNetwork recurrent() {
        LSTM lstm = new LSTM.Builder().nOut(100).activation(Activation.TANH).build();
        return initialised(builder()
                .list()
                .layer(new LastTimeStep(lstm))
                .layer(output())
                .setInputType(InputType.recurrent(32, 100)));
    }

    private static MultiLayerNetwork initialised(ListBuilder layers) {
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    private ComputationGraph encoder() {
        GraphBuilder graph = builder().graphBuilder().addInputs("input");
        block(graph, 1, "input", 64, 128);
        block(graph, 2, "sum1b", 64, 128);
        graph.addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "sum2b")
                .addLayer("output", output(), "pool")
                .setOutputs("output")
                .setInputTypes(InputType.recurrent(64, 64));
        return initialised(graph);
    }

    private ComputationGraph perToken() {
        GraphBuilder graph = builder().graphBuilder().addInputs("input");
        graph.addLayer(
                "embedding",
                new EmbeddingSequenceLayer.Builder()
                        .nIn(100)
                        .nOut(128)
                        .inputLength(128)
                        .inferInputLength(false)
                        .build(),
                "input");
        block(graph, 1, "embedding", 128, 512);
        block(graph, 2, "sum1b", 128, 512);
        graph.addLayer(
                        "output",
                        new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(100)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "sum2b")
                .setOutputs("output")
                // As the embedding layer wants it: the vocabulary as the number of features.
                .setInputTypes(InputType.recurrent(100, 128));
        return initialised(graph);
    }

    private static ComputationGraph initialised(GraphBuilder graph) {
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        return network;
    }

    private static void block(GraphBuilder graph, int number, String from, int size, int hidden) {
        graph.addLayer(
                        "attention" + number,
                        new SelfAttentionLayer.Builder()
                                .nOut(size)
                                .nHeads(4)
                                .projectInput(true)
                                .build(),
                        from)
                .addVertex(
                        "sum" + number + "a",
                        new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        from,
                        "attention" + number)
                .addLayer("hidden" + number, perStep(hidden, Activation.RELU), "sum" + number + "a")
                .addLayer("dense" + number, perStep(size, Activation.IDENTITY), "hidden" + number)
                .addVertex(
                        "sum" + number + "b",
                        new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        "sum" + number + "a",
                        "dense" + number);
    }

    private static Convolution1DLayer perStep(int units, Activation activation) {
        return new Convolution1DLayer.Builder()
                .kernelSize(1)
                .nOut(units)
                .activation(activation)
                .build();
    }
}
