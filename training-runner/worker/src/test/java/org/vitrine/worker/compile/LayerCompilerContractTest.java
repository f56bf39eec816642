package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.InputGradients;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.network.PlacedObjective;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.network.Scores;

/** What every layer of the catalogue must do once it is compiled, on every kind of input that it takes. */
class LayerCompilerContractTest {
    private static final double STEP = 1e-5;

    static Stream<LayerCase> cases() {
        return LayerCases.all();
    }

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private static double[] gradients(Network network, Batch batch) {
        LayerNetworks.loss(network, batch);
        return network.getFlattenedGradients().dup().data().asDouble();
    }

    @Test
    void everyLayerOfTheCatalogueHasACase() {
        Set<String> covered = new LinkedHashSet<>();
        cases().forEach(layer -> covered.add(layer.spec().type()));
        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(LayerCatalogue.defaults().stream()
                        .filter(spec -> !(spec instanceof Input))
                        .map(LayerSpec::type)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parameterGradientsMatchCentralDifferences(LayerCase layer) {
        assertParameterGradients(LayerNetworks.network(layer, DataType.DOUBLE), layer.batch(), Integer.MAX_VALUE);
    }

    static Stream<LayerCase> branchingCases() {
        return cases().filter(LayerCase::canBranch);
    }

    /** The layer before the branches comes first in the parameters. */
    @ParameterizedTest
    @MethodSource("branchingCases")
    void branchesThatShareAnInputSumTheirGradients(LayerCase layer) {
        Network network = LayerNetworks.network(layer, layer.branches(), DataType.DOUBLE);
        int shared = (int) network.getLayer("shared").numParams();
        assertThat(Arrays.stream(gradients(network, layer.batch()), 0, shared).anyMatch(slope -> slope != 0))
                .isTrue();
        assertParameterGradients(network, layer.batch(), shared);
    }

    private static void assertParameterGradients(Network network, Batch batch, int most) {
        double[] gradient = gradients(network, batch);
        boolean[] trained = trained(network);
        int end = Math.min(most, gradient.length);
        for (int i = 0; i < end; i += Differences.stride(end)) {
            if (trained[i]) {
                int place = i;
                double value = network.params().getDouble(place);
                Differences.assertSlope(
                        gradient[place],
                        shift -> {
                            network.params().putScalar(place, value + shift);
                            return LayerNetworks.loss(network, batch);
                        },
                        STEP,
                        1e-9,
                        "parameter " + place);
                network.params().putScalar(place, value);
            }
        }
    }

    /** For each place in the flat parameters whether it is trained: running averages are not. */
    private static boolean[] trained(Network network) {
        boolean[] trained = new boolean[(int) network.params().length()];
        int place = 0;
        for (int index : network.topologicalSortOrder()) {
            var layer = network.getVertices()[index].getLayer();
            if (layer != null && layer.numParams() > 0) {
                for (Map.Entry<String, INDArray> parameter :
                        layer.paramTable(false).entrySet()) {
                    int end = place + (int) parameter.getValue().length();
                    Arrays.fill(trained, place, end, layer.updaterDivideByMinibatch(parameter.getKey()));
                    place = end;
                }
            }
        }
        return trained;
    }

    static Stream<LayerCase> scoredCases() {
        return cases().filter(layer -> {
            Objective objective = LayerNetworks.objective(layer.graph(), layer.data());
            return objective instanceof ScoredObjective || objective instanceof PlacedObjective;
        });
    }

    /** Of the example, or of a place in the midst of it. */
    private static Scores scores(Objective objective, int outputs) {
        return objective instanceof PlacedObjective placed
                ? placed.at(placed.places(outputs) / 2, outputs)
                : (ScoredObjective) objective;
    }

    private static Network explained(LayerCase layer) {
        Network trained = LayerNetworks.network(layer, DataType.DOUBLE);
        trained.differentiate(layer.batch());
        trained.update(0, 0);
        CompiledGraph compiled = LayerNetworks.compiler(layer.graph(), layer.data(), DataType.DOUBLE)
                .compileForExplanation();
        Network twin = Networks.initialised(compiled, trained.objective());
        twin.copyLayers(trained);
        return twin;
    }

    @ParameterizedTest
    @MethodSource("scoredCases")
    void inputGradientsMatchCentralDifferencesAndAreZeroAtMaskedSteps(LayerCase layer) {
        Network twin = explained(layer);
        Batch batch = layer.batch();
        CompiledGraph compiled = LayerNetworks.compiler(layer.graph(), layer.data(), DataType.DOUBLE)
                .compileForExplanation();
        Tensor inputs = compiled.embeddings().isEmpty() ? batch.inputs() : embedded(compiled, batch);
        Scores scores = scores(twin.objective(), twin.outputs(inputs, batch.mask()).length / batch.size());
        int target = Math.min(1, scores.predictions(new double[scores.outputs()]).length - 1);
        float[] gradient = twin.inputGradients(inputs, batch.mask(), scores.logitGradient(target), List.of())
                .gradient()
                .values();
        for (int i = 0; i < inputs.size(); i += Differences.stride(inputs.size())) {
            int place = i;
            Differences.assertSlope(
                    gradient[place],
                    shift -> score(twin, inputs, place, (float) shift, batch, scores, target),
                    LayerCase.STEP,
                    1e-8,
                    "input " + place);
            if (layer.masked() && layer.input() instanceof Sequence && layer.isMasked(batch, place)) {
                assertThat(gradient[place]).isZero();
            }
        }
    }

    /** Any values on the grid will do for embeddings. */
    private static Tensor embedded(CompiledGraph compiled, Batch batch) {
        Tensor inputs = Tensor.zeros(LayerCase.shape(compiled.input(), batch.size()));
        for (int i = 0; i < inputs.size(); i++) {
            inputs.values()[i] = (i * 37 % 101 - 50) / 64f;
        }
        return inputs;
    }

    private static double score(
            Network twin, Tensor inputs, int place, float shift, Batch batch, Scores scores, int target) {
        Tensor moved = Tensor.of(inputs.values().clone(), inputs.shape());
        moved.values()[place] += shift;
        double[] outputs = twin.outputs(moved, batch.mask());
        int example = place / (inputs.size() / inputs.rows());
        int width = outputs.length / inputs.rows();
        double[] one = Arrays.copyOfRange(outputs, example * width, (example + 1) * width);
        return scores.logits(one)[target];
    }

    static Stream<LayerCase> maskedCases() {
        return cases().filter(LayerCase::masked);
    }

    @ParameterizedTest
    @MethodSource("maskedCases")
    void whatMaskedStepsHoldChangesNothing(LayerCase layer) {
        Network network = LayerNetworks.network(layer, DataType.DOUBLE);
        Batch batch = layer.batch();
        Batch other = layer.withOtherPadding();
        assertThat(other.inputs().values()).isNotEqualTo(batch.inputs().values());
        double[] gradient = gradients(network, batch);
        assertThat(LayerNetworks.loss(network, other))
                .isEqualTo(LayerNetworks.loss(network, batch))
                .isFinite();
        assertThat(gradients(network, other)).isEqualTo(gradient);
        assertThat(network.evaluate(other).meanLoss())
                .isEqualTo(network.evaluate(batch).meanLoss());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shapesAndCountsAreThoseOfTheAnalysisAndOfDl4j(LayerCase layer) {
        CompiledGraph compiled = LayerNetworks.compiler(layer.graph(), layer.data(), DataType.DOUBLE)
                .compile(LayerNetworks.rate(0.01));
        Network network = Networks.initialised(compiled, LayerNetworks.objective(layer.graph(), layer.data()));
        Batch batch = layer.batch();
        assertThat(network.trainedParameters()).isEqualTo(compiled.parameters());
        assertThat(network.activation(batch, LayerCase.SUBJECT).shape())
                .containsExactly(LayerCase.shape(layer.output(), batch.size()));
        assertThat(types(compiled.configuration(), layer.input()).get(LayerCase.SUBJECT))
                .isEqualTo(type(layer.output()));
    }

    /** DL4J's own inference, vertex by vertex. */
    private static Map<String, InputType> types(ComputationGraphConfiguration configuration, Shape input) {
        Map<String, InputType> types = new HashMap<>();
        configuration.getNetworkInputs().forEach(name -> types.put(name, type(input)));
        while (types.size() < configuration.getVertices().size() + 1) {
            configuration.getVertices().forEach((name, vertex) -> {
                List<String> sources =
                        Objects.requireNonNull(configuration.getVertexInputs().get(name));
                if (types.keySet().containsAll(sources)) {
                    types.put(
                            name,
                            vertex.getOutputType(
                                    0, sources.stream().map(types::get).toArray(InputType[]::new)));
                }
            });
        }
        return types;
    }

    private static InputType type(Shape shape) {
        long[] axes = Site.axes(shape);
        return switch (axes.length) {
            case 1 -> InputType.feedForward(axes[0]);
            case 2 -> InputType.recurrent(axes[0], axes[1]);
            default -> InputType.convolutional(axes[1], axes[2], axes[0]);
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outsideTrainingAnExampleAloneIsARowOfTheBatch(LayerCase layer) {
        Network network = LayerNetworks.network(layer, DataType.DOUBLE);
        Batch batch = layer.batch();
        double[] together = network.outputs(batch);
        assertThat(network.outputs(batch)).isEqualTo(together);
        int width = together.length / batch.size();
        for (int i = 0; i < batch.size(); i++) {
            assertThat(network.outputs(row(batch, i)))
                    .as("example %d alone", i)
                    .containsExactly(Arrays.copyOfRange(together, i * width, (i + 1) * width), within(1e-12));
        }
    }

    private static Batch row(Batch batch, int example) {
        int[] row = {example};
        Tensor mask = batch.mask();
        return new Batch(batch.inputs().rows(row), batch.targets().rows(row), mask == null ? null : mask.rows(row));
    }

    /** Dropout and batch statistics are all that training computes differently. */
    @ParameterizedTest
    @MethodSource("cases")
    void trainingDiffersByDropoutAndBatchStatisticsAlone(LayerCase layer) {
        Network network = LayerNetworks.network(layer, DataType.DOUBLE);
        Batch batch = layer.batch();
        double training = LayerNetworks.loss(network, batch);
        double inference = network.evaluate(batch).meanLoss();
        Optional<String> dropout = LayerNetworks.dropout(layer.spec());
        if (dropout.isPresent()) {
            assertThat(training).isNotEqualTo(inference).isEqualTo(LayerNetworks.loss(network, batch));
            Nd4j.getRandom().setSeed(4);
            assertThat(network.differentiate(batch).meanLoss()).isNotEqualTo(training);
            LayerCase without = layer.with(Parameters.with(layer.spec(), dropout.get(), 0.0));
            assertThat(LayerNetworks.network(without, DataType.DOUBLE).outputs(batch))
                    .isEqualTo(network.outputs(batch));
        } else if (layer.spec() instanceof Sampling) {
            assertThat(training).isEqualTo(LayerNetworks.loss(network, batch));
            Nd4j.getRandom().setSeed(4);
            assertThat(network.differentiate(batch).meanLoss()).isNotEqualTo(training);
        } else if (layer.spec() instanceof BatchNormalization) {
            assertThat(training).isNotCloseTo(inference, within(1e-6));
            followTheBatch(network, batch);
            assertThat(network.evaluate(batch).meanLoss()).isCloseTo(training, within(1e-9));
        } else {
            assertThat(training).isCloseTo(inference, within(1e-12));
        }
    }

    /** Moves the running averages to the statistics of one batch and leaves all else. */
    private static void followTheBatch(Network network, Batch batch) {
        boolean[] trained = trained(network);
        for (int i = 0; i < 400; i++) {
            double[] change = gradients(network, batch);
            for (int place = 0; place < change.length; place++) {
                if (!trained[place]) {
                    network.params().putScalar(place, network.params().getDouble(place) - change[place]);
                }
            }
        }
    }

    static Stream<LayerCase> featureCases() {
        return cases().filter(layer -> LayerCompiler.hasFeatureMaps(layer.spec()) && !layer.masked());
    }

    /** Grad-CAM's gradients are those at the input of the rest of the network. */
    @ParameterizedTest
    @MethodSource("featureCases")
    void featureMapsCanBeTapped(LayerCase layer) {
        Network twin = explained(layer);
        Batch batch = layer.batch();
        double[] slope = ((ScoredObjective) twin.objective()).logitGradient(2);
        InputGradients.Tapped tapped = twin.inputGradients(batch.inputs(), null, slope, List.of(LayerCase.SUBJECT))
                .taps()
                .get(0);
        DataSpec data = new DataSpec(layer.output(), layer.data().target());
        CompiledGraph compiled =
                LayerNetworks.compiler(layer.rest(), data, DataType.DOUBLE).compileForExplanation();
        Network rest = Networks.initialised(compiled, twin.objective());
        rest.copyLayers(twin);
        float[] expected = rest.inputGradients(tapped.activations(), null, slope, List.of())
                .gradient()
                .values();
        for (int i = 0; i < expected.length; i++) {
            assertThat(Differences.agree(tapped.gradients().values()[i], expected[i], 1e-8))
                    .as("value %d: %s, not %s", i, tapped.gradients().values()[i], expected[i])
                    .isTrue();
        }
    }
}
