package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.DifferentiableModel.FeatureMaps;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.explain.ExplainedNetwork.Subject;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.train.BriefTraining;

class NetworkModelTest {
    /** Exact in single precision for inputs of that precision and size. */
    private static final float STEP = 1f / 4096;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    record Case(String name, ModelGraph graph, Dataset data) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> families() {
        Dataset digits = Examples.load("digits", Map.of());
        Dataset sentences = Examples.load("sentiment-sentences", Map.of());
        return Stream.of(
                new Case("CNN", Models.cnn(), digits),
                new Case("RNN", Models.bidirectional(), sentences),
                new Case("Transformer", Models.transformer(8, 12, 0.1), sentences));
    }

    @ParameterizedTest
    @MethodSource("families")
    void inputGradientsMatchFiniteDifferences(Case given) {
        Network trained =
                ExplainedNetwork.fresh(given.graph(), given.data(), Settings.adam(1, 32, 0.01), DataType.DOUBLE);
        for (int i = 0; i < 5; i++) {
            trained.differentiate(Examples.range(given.data().train(), 32 * i, 32));
            trained.update(i, 0);
        }
        ExplainedNetwork explained =
                ExplainedNetwork.of(given.graph(), given.data(), Settings.adam(1, 32, 0.01), trained);
        Subject subject = explained.subject(given.data().test().example(3));
        Tensor input = onGrid(subject.input());
        int target = 1;
        Tensor gradient = subject.model().gradient(batchOfOne(input), target).gradient();
        int checked = 0;
        for (int i = 0; i < input.size(); i += 2 * (input.size() / 600) + 1) {
            double slope =
                    (score(subject, input, i, STEP, target) - score(subject, input, i, -STEP, target)) / (2 * STEP);
            assertThat((double) gradient.values()[i]).as("value %d", i).isCloseTo(slope, within(1e-5));
            checked += slope != 0 ? 1 : 0;
        }
        assertThat(checked).isGreaterThan(20);
    }

    private static Tensor onGrid(Tensor input) {
        float[] values = new float[input.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(input.values()[i] / STEP) * STEP;
        }
        return new Tensor(input.shape(), values);
    }

    private static Tensor batchOfOne(Tensor input) {
        int[] shape = new int[input.shape().length + 1];
        shape[0] = 1;
        System.arraycopy(input.shape(), 0, shape, 1, input.shape().length);
        return input.reshape(shape);
    }

    /** In double precision, which scores of the model are not. */
    private static double score(Subject subject, Tensor input, int place, float step, int target) {
        Tensor moved = new Tensor(input.shape(), input.values().clone());
        moved.values()[place] += step;
        Tensor mask = subject.mask() == null ? null : batchOfOne(Objects.requireNonNull(subject.mask()));
        Network twin = subject.model().twin();
        return scored(twin).logits(twin.outputs(batchOfOne(moved), mask))[target];
    }

    @ParameterizedTest
    @MethodSource("families")
    void scoresAndPredictionsAreThoseOfTheTrainedNetwork(Case given) {
        Network trained =
                ExplainedNetwork.fresh(given.graph(), given.data(), Settings.adam(1, 32, 0.01), DataType.FLOAT);
        trained.differentiate(Examples.range(given.data().train(), 0, 32));
        trained.update(0, 0);
        ExplainedNetwork explained =
                ExplainedNetwork.of(given.graph(), given.data(), Settings.adam(1, 32, 0.01), trained);
        Batch example = given.data().test().example(5);
        Subject subject = explained.subject(example);

        double[] expected = scored(trained).logits(trained.outputs(example));
        assertThat(subject.model().targets()).isEqualTo(expected.length);
        Tensor scores = subject.model().scores(batchOfOne(subject.input()));
        for (int k = 0; k < expected.length; k++) {
            assertThat((double) scores.values()[k]).isCloseTo(expected[k], within(1e-5));
        }
        assertThat(subject.model().predictions(subject.input()))
                .containsExactly(scored(trained).predictions(trained.outputs(example)), within(1e-5f));
    }

    @Test
    void integratedGradientsOfTrainedNetworksAreComplete(@TempDir Path folder) throws Exception {
        Dataset digits = Examples.load("digits", Map.of());
        Network trained = BriefTraining.train(Models.cnn(), digits, Settings.adam(3, 32, 0.01), folder);
        ExplainedNetwork explained = ExplainedNetwork.of(Models.cnn(), digits, Settings.adam(3, 32, 0.01), trained);
        for (int example = 0; example < 5; example++) {
            Subject subject = explained.subject(digits.test().example(example));
            Attribution found = attribute("integrated-gradients", subject, (int)
                    digits.test().example(example).targets().values()[0]);
            assertThat(found.completenessGap().orElseThrow()).isLessThan(0.01);
            assertThat(found.relevance().shape()).containsExactly(1, 8, 8);
        }
    }

    private static Attribution attribute(String method, Subject subject, int target) {
        return attribute(method, subject, target, AttributionOptions.DEFAULT);
    }

    private static Attribution attribute(String method, Subject subject, int target, AttributionOptions options) {
        return AttributionMethods.byId(method)
                .orElseThrow()
                .attribute(subject.model(), subject.input(), target, options);
    }

    @Test
    void gradientTimesInputOfALinearModelIsWeightTimesInput() {
        ModelGraph linear = Graphs.chain(new Input(), new RegressionOutput(RegressionLoss.MSE));
        Dataset plane = Examples.load("plane", Map.of());
        Network trained = ExplainedNetwork.fresh(linear, plane, Settings.adam(1, 32, 0.1), DataType.FLOAT);
        Subject subject = ExplainedNetwork.of(linear, plane, Settings.adam(1, 32, 0.1), trained)
                .subject(plane.test().example(0));

        float[] relevance =
                attribute("gradient-x-input", subject, 0).relevance().values();

        float sum = 0;
        for (int i = 0; i < relevance.length; i++) {
            float weight = trained.params().getFloat(i);
            assertThat(relevance[i]).isEqualTo(weight * subject.input().values()[i]);
            sum += relevance[i];
        }
        float bias = trained.params().getFloat(relevance.length);
        assertThat(subject.model().scores(batchOfOne(subject.input())).values()[0])
                .isCloseTo(sum + bias, within(1e-6f));
    }

    @ParameterizedTest
    @MethodSource("families")
    void smoothGradWithoutNoiseIsTheGradient(Case given) {
        Network fresh = ExplainedNetwork.fresh(given.graph(), given.data(), Settings.adam(1, 32, 0.01), DataType.FLOAT);
        Subject subject = ExplainedNetwork.of(given.graph(), given.data(), Settings.adam(1, 32, 0.01), fresh)
                .subject(given.data().test().example(1));
        AttributionOptions quiet = AttributionOptions.DEFAULT.with(Map.of("noise", "0", "samples", "3"));

        float[] smooth = attribute("smoothgrad", subject, 0, quiet).relevance().values();

        assertThat(smooth)
                .containsExactly(attribute("gradient", subject, 0).relevance().values(), within(1e-6f));
    }

    @Test
    void gradientsAtFeatureMapsAreTheWeightsOfALinearHead() {
        ModelGraph graph = Graphs.chain(
                new Input(),
                new Convolution2D(3, 3, 1, 1, Padding.SAME, Activation.RELU),
                new Flatten(),
                new ClassificationOutput());
        Dataset digits = Examples.load("digits", Map.of());
        Network network = ExplainedNetwork.fresh(graph, digits, Settings.adam(1, 32, 0.01), DataType.FLOAT);
        Subject subject = ExplainedNetwork.of(graph, digits, Settings.adam(1, 32, 0.01), network)
                .subject(digits.test().example(0));
        int target = 4;

        FeatureMaps maps = subject.model().featureMaps(subject.input(), target, "Convolution2D1");

        assertThat(subject.model().featureLayers()).containsExactly("Convolution2D1");
        assertThat(maps.activations().shape()).containsExactly(3, 8, 8);
        float[] weights = network.getLayer("ClassificationOutput3")
                .getParam("W")
                .getColumn(target)
                .dup()
                .data()
                .asFloat();
        assertThat(maps.gradients().values()).containsExactly(weights);
        double score = network.getLayer("ClassificationOutput3").getParam("b").getDouble(target);
        for (int i = 0; i < weights.length; i++) {
            score += weights[i] * maps.activations().values()[i];
        }
        assertThat(score)
                .isCloseTo(subject.model().scores(batchOfOne(subject.input())).values()[target], within(1e-5));
    }

    private static ScoredObjective scored(Network network) {
        return (ScoredObjective) network.objective();
    }
}
