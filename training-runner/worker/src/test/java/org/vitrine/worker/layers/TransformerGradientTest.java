package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.vitrine.worker.parts.CombineVertex;

/** A whole Transformer with residual connections: here DL4J's own parts go wrong although each alone seems right. */
class TransformerGradientTest {

    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource(
            value = WorkspaceMode.class,
            names = {"ENABLED", "NONE"})
    void gradientsThroughResidualBlocksAreExact(WorkspaceMode mode) {
        ComputationGraph graph = transformer(mode);
        graph.setInputs(Nd4j.createFromArray(new double[][] {{3, 1, 4, 1, 5}, {2, 6, 5, 0, 0}}));
        graph.setLabels(Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}}));
        INDArray mask = Nd4j.createFromArray(new double[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}});
        graph.setLayerMaskArrays(new INDArray[] {mask}, null);
        graph.computeGradientAndScore();
        INDArray gradient = graph.getFlattenedGradients().dup();
        INDArray parameters = graph.params();
        for (long i = 0; i < parameters.length(); i += 11) {
            double value = parameters.getDouble(i);
            double above = score(graph, i, value + STEP);
            double below = score(graph, i, value - STEP);
            parameters.putScalar(i, value);
            // DL4J divides by the number of examples only in the updater.
            double numeric = (above - below) / (2 * STEP) * 2;
            assertThat(gradient.getDouble(i))
                    .as("gradient of parameter %s", i)
                    .isCloseTo(numeric, within(1e-8 + 1e-5 * Math.abs(numeric)));
        }
    }

    private static double score(ComputationGraph graph, long parameter, double value) {
        graph.params().putScalar(parameter, value);
        graph.computeGradientAndScore();
        return graph.score();
    }

    private static ComputationGraph transformer(WorkspaceMode mode) {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .trainingWorkspaceMode(mode)
                .graphBuilder()
                .addInputs("tokens")
                .addLayer("embedding", new TokenEmbeddingLayer(7, 4), "tokens")
                .addLayer("positions", PositionalEncodingLayer.learned(0), "embedding")
                .addLayer("attention", new SelfAttentionLayer(2, 0, false, 0.0), "positions")
                .addVertex("sum1", new CombineVertex(CombineVertex.Kind.ADD), "positions", "attention")
                .addLayer("norm1", new LayerNormalizationLayer(), "sum1")
                .addLayer("feedForward", new TransformerFeedForwardLayer(6, 0.0), "norm1")
                .addVertex("sum2", new CombineVertex(CombineVertex.Kind.ADD), "norm1", "feedForward")
                .addLayer("norm2", new LayerNormalizationLayer(), "sum2")
                .addLayer("read", new GatedRecurrentLayer(2).bidirectional(RecurrentLayer.Merge.CONCATENATE), "norm2")
                .addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "read")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "pool")
                .setOutputs("out")
                .setInputTypes(InputType.feedForward(5))
                .build());
        graph.init();
        Examples.spread(graph.params());
        return graph;
    }
}
