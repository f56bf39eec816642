package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.attribution.methods.gradients.GradientTimesInput;
import org.vitrine.attribution.methods.rules.DeepLift;
import org.vitrine.attribution.methods.rules.GuidedBackprop;
import org.vitrine.attribution.methods.rules.LrpEpsilon;
import org.vitrine.attribution.methods.rules.LrpZPlus;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Target;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.explain.ExplainedNetwork;
import org.vitrine.worker.explain.ExplainedNetwork.Subject;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;

/** For each layer: rules hold what they promise, or the methods refuse the layer by its name. */
class LayerRulesTest {

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    static Stream<LayerCase> cases() {
        return LayerCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void deepLiftIsCompleteOrRefuses(LayerCase layer) {
        if (refused(layer, new DeepLift())) {
            return;
        }
        Network network = LayerNetworks.network(layer, DataType.FLOAT);
        Subject subject = subject(layer, network);
        Tensor baseline =
                new Tensor(subject.input().shape(), new float[subject.input().size()]);
        for (int i = 0; i < baseline.size(); i++) {
            baseline.values()[i] = subject.input().values()[i] == 0 ? 0 : 0.1f * (i % 7);
        }
        Attribution found = new DeepLift()
                .attribute(subject.model(), subject.input(), 0, AttributionOptions.DEFAULT.withBaseline(baseline));
        double difference = found.score() - score(subject, baseline);
        assertThat(sum(found.relevance())).isCloseTo(difference, within(2e-5 * (1 + sizes(found.relevance()))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void relevanceIsKeptOrRefused(LayerCase layer) {
        if (refused(layer, new LrpEpsilon()) || addsConstants(layer)) {
            return;
        }
        Network network = LayerNetworks.network(layer, DataType.FLOAT);
        for (GraphVertex vertex : network.getVertices()) {
            if (vertex.getLayer() != null && vertex.getLayer().numParams() > 0) {
                vertex.getLayer().paramTable(false).forEach((key, values) -> {
                    if (key.equals("b")) {
                        values.assign(0);
                    }
                });
            }
        }
        Subject subject = subject(layer, network);
        Attribution found = new LrpEpsilon()
                .attribute(
                        subject.model(),
                        subject.input(),
                        0,
                        AttributionOptions.DEFAULT.with(Map.of("epsilon", "1e-9")));
        assertThat(sum(found.relevance())).isCloseTo(found.score(), within(1e-5 + 1e-4 * sizes(found.relevance())));
    }

    private static boolean addsConstants(LayerCase layer) {
        return layer.spec() instanceof BatchNormalization
                || layer.spec() instanceof PositionalEncoding
                || layer.spec() instanceof CenterOutput;
    }

    private static boolean refused(LayerCase layer, AttributionMethod method) {
        Optional<String> refusal =
                Optional.ofNullable(AttributionMethods.refusals(new ModelFacts(layer.graph(), layer.data()))
                        .get(method.id()));
        refusal.ifPresent(why -> assertThat(why).contains("'" + LayerCase.SUBJECT + "'"));
        return refusal.isPresent();
    }

    private static Subject subject(LayerCase layer, Network network) {
        Batch batch = RandomBatch.of(layer.data(), 1, 5);
        Tensor mask = layer.masked() ? Tensor.of(new float[] {1, 1, 1, 0, 0}, 1, 5) : null;
        return ExplainedNetwork.of(layer.graph(), layer.data(), Settings.adam(1, 4, 0.01), network)
                .subject(new Batch(batch.inputs(), batch.targets(), mask))
                .at(null);
    }

    private static double score(Subject subject, Tensor input) {
        int[] shape = new int[input.shape().length + 1];
        shape[0] = 1;
        System.arraycopy(input.shape(), 0, shape, 1, input.shape().length);
        return subject.model().scores(input.reshape(shape)).values()[0];
    }

    private static double sum(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += value;
        }
        return sum;
    }

    private static double sizes(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static Subject dense(ModelGraph graph, int inputs, double[] parameters, float... input) {
        DataSpec data = new DataSpec(new Flat(inputs), Target.values(1));
        Network network = LayerNetworks.network(
                LayerNetworks.objective(graph, data),
                LayerNetworks.compiler(graph, data, DataType.FLOAT).compile(LayerNetworks.rate(0.01)));
        for (int i = 0; i < parameters.length; i++) {
            network.params().putScalar(i, parameters[i]);
        }
        return ExplainedNetwork.of(graph, data, Settings.adam(1, 4, 0.01), network)
                .subject(new Batch(Tensor.of(input, 1, inputs), Tensor.zeros(1, 1), null));
    }

    /** relu(x1) - relu(x2), written as a hidden layer of two units: weights, biases, head, its bias. */
    private static Subject difference(float... input) {
        ModelGraph graph =
                Graphs.chain(new Input(), new Dense(2, Activation.RELU), new RegressionOutput(RegressionLoss.MSE, 1));
        return dense(graph, 2, new double[] {1, 0, 0, 1, 0, 0, 1, -1, 0}, input);
    }

    @Test
    void guidedBackpropagationForgetsWhatSpeaksAgainst() {
        assertThat(relevance(new GuidedBackprop(), difference(2, 3))).containsExactly(1, 0);
        assertThat(relevance(new GuidedBackprop(), difference(-2, 3))).containsExactly(0, 0);
    }

    @Test
    void deepLiftSeesWhatASaturatedGradientDoesNot() {
        // relu(x1) - relu(x2) at x1 < 0: no gradient, but against the baseline 1 a contribution.
        Subject subject = difference(-2, 3);
        float[] found = new DeepLift()
                .attribute(
                        subject.model(),
                        subject.input(),
                        0,
                        AttributionOptions.DEFAULT.withBaseline(Tensor.of(new float[] {1, 1}, 2)))
                .relevance()
                .values();
        assertThat(found).containsExactly(new float[] {-1, -2}, within(1e-6f));
    }

    @Test
    void relevanceIsSharedByContributions() {
        // One unit sums 2 and -1 to 1: epsilon shares 2 and -1, z plus gives all to the first.
        ModelGraph graph =
                Graphs.chain(new Input(), new Dense(1, Activation.RELU), new RegressionOutput(RegressionLoss.MSE, 1));
        Subject subject = dense(graph, 2, new double[] {2, -1, 0, 3, 0}, 1, 1);
        assertThat(relevance(new LrpEpsilon(), subject, Map.of("epsilon", "1e-9")))
                .containsExactly(new float[] {6, -3}, within(1e-5f));
        assertThat(relevance(new LrpZPlus(), subject)).containsExactly(new float[] {3, 0}, within(1e-5f));
    }

    @Test
    void rulesOfALinearNetworkAreGradientTimesInput() {
        ModelGraph graph = Graphs.chain(
                new Input(), new Dense(3, Activation.IDENTITY), new RegressionOutput(RegressionLoss.MSE, 1));
        double[] parameters = {0.5, -1, 2, 1.5, 0.2, -0.3, 0, 0, 0, 1, 0.7, -0.4, 0};
        Subject subject = dense(graph, 2, parameters, 1.2f, -0.7f);
        float[] expected = relevance(new GradientTimesInput(), subject);
        assertThat(relevance(new DeepLift(), subject)).containsExactly(expected, within(1e-5f));
        assertThat(relevance(new LrpEpsilon(), subject, Map.of("epsilon", "1e-9")))
                .containsExactly(expected, within(1e-5f));
    }

    private static float[] relevance(AttributionMethod method, Subject subject) {
        return relevance(method, subject, Map.of());
    }

    private static float[] relevance(AttributionMethod method, Subject subject, Map<String, String> options) {
        return method.attribute(subject.model(), subject.input(), 0, AttributionOptions.DEFAULT.with(options))
                .relevance()
                .values();
    }
}
