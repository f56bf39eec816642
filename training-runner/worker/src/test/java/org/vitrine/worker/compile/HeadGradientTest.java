package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Mining;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.ReconstructionLoss;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Score;
import org.vitrine.worker.update.LearningRate;

/** Heads whose targets are no single class or values of an example, at the end of small networks. */
class HeadGradientTest {
    private static final double STEP = 1e-5;

    record Case(String name, ModelGraph graph, DataSpec data, Batch batch) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        DataSpec tagging = new DataSpec(new Sequence(3, 4), Target.stepClasses(5, 4));
        DataSpec language = new DataSpec(new Tokens(6, 4), Target.stepClasses(6, 4));
        Tensor mask = Tensor.of(new float[] {1, 1, 1, 1, 1, 1, 0, 0}, 2, 4);
        Tensor tags = Tensor.of(new float[] {0, 4, -1, 2, 3, 1, -1, -1}, 2, 4);
        return Stream.of(
                new Case(
                        "a class at each step, smoothed and focused",
                        Graphs.chain(new Input(), new Dense(4, Activation.TANH), new ClassificationOutput(0.1, 1.5)),
                        tagging,
                        new Batch(normal(2, 3, 4), tags, null)),
                new Case(
                        "the next token, with a mask",
                        Graphs.chain(new Input(), new Embedding(3), new Gru(3), new ClassificationOutput()),
                        language,
                        new Batch(Tensor.of(new float[] {1, 2, 3, 4, 5, 1, 0, 0}, 2, 4), tags, mask)),
                new Case(
                        "labels at unknown places",
                        Graphs.chain(new Input(), new Dense(4, Activation.TANH), new CtcOutput()),
                        new DataSpec(new Sequence(3, 6), Target.labels(3, 3)),
                        new Batch(
                                normal(2, 3, 6),
                                Tensor.of(new float[] {0, 0, 2, 1, -1, -1}, 2, 3),
                                Tensor.of(new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0}, 2, 6))),
                new Case("semi-hard triplets", triplets(Mining.SEMI_HARD), CLASSES, classes()),
                new Case("batch-hard triplets", triplets(Mining.BATCH_HARD), CLASSES, classes()),
                new Case(
                        "classes with centres",
                        Graphs.chain(new Input(), new Dense(4, Activation.TANH), new CenterOutput(3, 0.5)),
                        CLASSES,
                        classes()),
                new Case(
                        "boxes",
                        Graphs.chain(
                                new Input(),
                                new Convolution2D(3, 3, 1, 1, Padding.SAME, Activation.TANH),
                                new DetectionOutput(5, 0.5)),
                        new DataSpec(new Image(2, 2, 3), Target.boxes(2, 2)),
                        new Batch(
                                normal(2, 2, 2, 3),
                                Tensor.of(
                                        new float[] {
                                            1, 0.2f, 0.7f, 0.3f, 0.4f, 0, 0.9f, 0.1f, 0.2f, 0.6f, 0, 0.5f, 0.5f, 0.5f,
                                            0.25f, -1, 0, 0, 0, 0
                                        },
                                        2,
                                        2,
                                        5),
                                null)),
                new Case("pixels given back", autoencoder(ReconstructionLoss.BINARY_CROSS_ENTROPY), PIXELS, pixels()),
                new Case("values given back", autoencoder(ReconstructionLoss.MSE), PIXELS, pixels()));
    }

    private static final DataSpec CLASSES = new DataSpec(new Flat(3), Target.classes(3));
    private static final DataSpec PIXELS = new DataSpec(new Image(1, 2, 3), Target.classes(2));

    private static Batch classes() {
        return new Batch(normal(7, 3), Tensor.of(new float[] {0, 1, 2, 0, 1, 0, 2}, 7), null);
    }

    private static Batch pixels() {
        Tensor inputs = normal(3, 1, 2, 3);
        for (int i = 0; i < inputs.size(); i++) {
            inputs.values()[i] = 1 / (1 + Math.abs(inputs.values()[i]));
        }
        return new Batch(inputs, Tensor.of(new float[] {0, 1, 0}, 3), null);
    }

    private static ModelGraph triplets(Mining mining) {
        return Graphs.chain(new Input(), new Dense(4, Activation.TANH), new TripletOutput(3, 0.4, mining));
    }

    /** With means and log variances between encoder and decoder. */
    private static ModelGraph autoencoder(ReconstructionLoss loss) {
        return new ModelGraph(
                List.of(
                        node("input", new Input()),
                        node("flat", new Flatten()),
                        node("encoder", new Dense(4, Activation.TANH)),
                        node("mean", new Dense(2, Activation.IDENTITY)),
                        node("variance", new Dense(2, Activation.IDENTITY)),
                        node("latent", new Sampling(0.7)),
                        node("decoder", new Dense(4, Activation.TANH)),
                        node("output", new ReconstructionOutput(loss))),
                List.of(
                        edge("input", "flat", 0),
                        edge("flat", "encoder", 0),
                        edge("encoder", "mean", 0),
                        edge("encoder", "variance", 0),
                        edge("mean", "latent", 0),
                        edge("variance", "latent", 1),
                        edge("latent", "decoder", 0),
                        edge("decoder", "output", 0)));
    }

    private static Node node(String id, LayerSpec layer) {
        return new Node(new NodeId(id), layer);
    }

    private static Edge edge(String from, String to, int port) {
        return new Edge(new NodeId(from), new NodeId(to), port);
    }

    private static Tensor normal(int... shape) {
        SplittableRandom random = new SplittableRandom(5);
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.values()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parameterGradientsMatchCentralDifferences(Case given) {
        Network network = network(given);
        Batch batch = given.batch();
        loss(network, batch);
        double[] gradient = network.getFlattenedGradients().dup().data().asDouble();
        for (int i = 0; i < gradient.length; i++) {
            double value = network.params().getDouble(i);
            network.params().putScalar(i, value + STEP);
            double above = loss(network, batch);
            network.params().putScalar(i, value - STEP);
            double below = loss(network, batch);
            network.params().putScalar(i, value);
            double slope = (above - below) / (2 * STEP);
            double scale = Math.max(1e-3, Math.abs(slope) + Math.abs(gradient[i]));
            assertThat(Math.abs(gradient[i] - slope) / scale)
                    .as("parameter %d: %g, not %g", i, gradient[i], slope)
                    .isLessThan(1e-5);
        }
    }

    /** Mean loss in training mode, with the same random numbers each time. */
    private static double loss(Network network, Batch batch) {
        Nd4j.getRandom().setSeed(3);
        return network.differentiate(batch).meanLoss();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBatchScoresAsItsExamplesOneByOne(Case given) {
        Network network = network(given);
        Batch batch = given.batch();
        Score parts = Score.NONE;
        double weight = 0;
        for (int i = 0; i < batch.size(); i++) {
            Batch one = row(batch, i);
            parts = parts.plus(network.evaluate(one));
            weight += network.objective().weight(one);
        }
        Score whole = network.evaluate(batch);
        assertThat(network.objective().weight(batch)).isEqualTo(weight).isEqualTo(whole.weight());
        if (!network.objective().couplesExamples()) {
            assertThat(parts.meanLoss()).isCloseTo(whole.meanLoss(), org.assertj.core.api.Assertions.within(1e-12));
            assertThat(parts.metric()).isCloseTo(whole.metric(), org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    private static Batch row(Batch batch, int example) {
        int[] row = {example};
        Tensor mask = batch.mask();
        return new Batch(batch.inputs().rows(row), batch.targets().rows(row), mask == null ? null : mask.rows(row));
    }

    private static Network network(Case given) {
        CompiledGraph compiled = new GraphCompiler(
                        given.graph(), given.data(), Settings.adam(1, 4, 0.01), DataType.DOUBLE)
                .compile(LearningRate.of(Settings.adam(1, 4, 0.01), 10));
        return Networks.initialised(compiled, Networks.objective(given.graph(), given.data(), List.of(Scale.IDENTITY)));
    }
}
