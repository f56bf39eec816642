package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.AxisOrder;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Layout;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.worker.Settings;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.update.LearningRate;

/** What every layer of the catalogue must do once it is compiled, on every kind of input that it takes. */
class LayerCompilerContractTest {
    private static final double TOLERANCE = 1e-5;

    /** Each layer small, and the settings that make it another computation. */
    private static final List<LayerSpec> MORE = List.of(
            new Dense(3, Activation.SOFTMAX),
            new ActivationLayer(Activation.SOFTMAX),
            new ActivationLayer(Activation.GELU),
            new ActivationLayer(Activation.SWISH),
            new ActivationLayer(Activation.LEAKY_RELU),
            new ActivationLayer(Activation.ELU),
            new ActivationLayer(Activation.SIGMOID),
            new Convolution2D(3, 3, 2, 1, Padding.VALID, Activation.GELU),
            new Convolution2D(3, 2, 1, 2, Padding.SAME, Activation.TANH),
            new DepthwiseConvolution2D(1, 3, 2, 1, Padding.VALID, Activation.TANH),
            new DepthwiseConvolution2D(2, 2, 1, 2, Padding.SAME, Activation.TANH),
            new SeparableConvolution2D(3, 3, 2, 1, Padding.VALID, Activation.TANH),
            new SeparableConvolution2D(3, 2, 1, 2, Padding.SAME, Activation.TANH),
            new TransposedConvolution2D(3, 3, 2, Padding.VALID, Activation.TANH),
            new TransposedConvolution2D(3, 2, 3, Padding.SAME, Activation.TANH),
            new TransposedConvolution2D(3, 4, 1, Padding.SAME, Activation.TANH),
            new Convolution1D(3, 2, 2, 1, Padding.VALID, Activation.TANH),
            new Pooling2D(PoolingMode.AVERAGE, 3, 2, Padding.SAME),
            new Pooling1D(PoolingMode.AVERAGE, 2, 1, Padding.SAME),
            new GlobalPooling(PoolingMode.MAX),
            new Bidirectional(Cell.GRU, 3, Merge.ADD),
            new Bidirectional(Cell.SIMPLE_RNN, 3, Merge.MULTIPLY),
            new PositionalEncoding(PositionKind.LEARNED),
            new Slice(SliceAxis.TIME, 1, 3),
            new Slice(SliceAxis.FEATURES, 1, 1),
            new Slice(SliceAxis.HEIGHT, 1, 3),
            new Slice(SliceAxis.WIDTH, 2, 3),
            new Permute(AxisOrder.HEIGHT_WIDTH_CHANNELS),
            new Permute(AxisOrder.WIDTH_CHANNELS_HEIGHT),
            new Reshape(Layout.IMAGE, 5, 1, 1),
            new Reshape(Layout.IMAGE, 5, 2, 2),
            new Reshape(Layout.SEQUENCE, 2, 10, 1),
            new Reshape(Layout.SEQUENCE, 15, 4, 1),
            new SelfAttention(2, true, 0),
            new RegressionOutput(RegressionLoss.MAE),
            new GroupNormalization(1, 1e-3),
            new BatchNormalization(0.5, 1e-3));

    static Stream<LayerCase> cases() {
        return Stream.concat(LayerCatalogue.defaults().stream().map(LayerCompilerContractTest::reduced), MORE.stream())
                .flatMap(spec -> LayerCase.of(spec).stream());
    }

    private static LayerSpec reduced(LayerSpec spec) {
        if (spec instanceof Dense) {
            return new Dense(3, Activation.TANH);
        } else if (spec instanceof Convolution2D) {
            return new Convolution2D(3, 3, 1, 1, Padding.SAME, Activation.SIGMOID);
        } else if (spec instanceof DepthwiseConvolution2D) {
            return new DepthwiseConvolution2D(2, 3, 1, 1, Padding.SAME, Activation.SIGMOID);
        } else if (spec instanceof SeparableConvolution2D) {
            return new SeparableConvolution2D(3, 3, 1, 1, Padding.SAME, Activation.SIGMOID);
        } else if (spec instanceof TransposedConvolution2D) {
            return new TransposedConvolution2D(3, 3, 2, Padding.SAME, Activation.SIGMOID);
        } else if (spec instanceof Convolution1D) {
            return new Convolution1D(3, 3, 1, 1, Padding.SAME, Activation.SIGMOID);
        } else if (spec instanceof Embedding) {
            return new Embedding(3);
        } else if (spec instanceof SimpleRnn) {
            return new SimpleRnn(3, Activation.TANH);
        } else if (spec instanceof Lstm) {
            return new Lstm(3);
        } else if (spec instanceof Gru) {
            return new Gru(3);
        } else if (spec instanceof Bidirectional) {
            return new Bidirectional(Cell.LSTM, 3, Merge.CONCATENATE);
        } else if (spec instanceof SelfAttention) {
            return new SelfAttention(2, false, 0);
        } else if (spec instanceof GroupNormalization) {
            return new GroupNormalization(2, 1e-5);
        } else if (spec instanceof CrossAttention) {
            return new CrossAttention(2, 0);
        } else if (spec instanceof FeedForward) {
            return new FeedForward(5, Activation.GELU, 0);
        } else if (spec instanceof Reshape) {
            return new Reshape(Layout.IMAGE, 3, 4, 5);
        }
        return spec;
    }

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private static Network network(LayerCase layer, DataType type) {
        return Networks.initialised(compiled(layer, type), objective(layer));
    }

    private static CompiledGraph compiled(LayerCase layer, DataType type) {
        return compiler(layer, type).compile(LearningRate.of(Settings.adam(1, 4, 0.01), 10));
    }

    private static GraphCompiler compiler(LayerCase layer, DataType type) {
        return new GraphCompiler(layer.graph(), layer.data(), Settings.adam(1, 4, 0.01), type);
    }

    private static Objective objective(LayerCase layer) {
        int size = layer.data().target().size();
        return Networks.objective(layer.graph(), layer.data(), java.util.Collections.nCopies(size, Scale.IDENTITY));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parameterGradientsMatchFiniteDifferences(LayerCase layer) {
        Network network = network(layer, DataType.DOUBLE);
        Batch batch = layer.batch();
        loss(network, batch);
        double[] gradient = network.getFlattenedGradients().dup().data().asDouble();
        boolean[] trained = trained(network);
        double step = 1e-5;
        for (int i = 0; i < gradient.length; i += stride(gradient.length)) {
            if (!trained[i]) {
                continue;
            }
            double value = network.params().getDouble(i);
            network.params().putScalar(i, value + step);
            double above = loss(network, batch);
            network.params().putScalar(i, value - step);
            double below = loss(network, batch);
            network.params().putScalar(i, value);
            assertThat(gradient[i]).as("parameter %d", i).isCloseTo((above - below) / (2 * step), within(TOLERANCE));
        }
    }

    /** Checks some forty values of large arrays; odd, so that it meets all rows and columns in turn. */
    private static int stride(int length) {
        return 2 * (length / 80) + 1;
    }

    /** Mean loss in training mode, with the same dropout each time. */
    private static double loss(Network network, Batch batch) {
        Nd4j.getRandom().setSeed(3);
        return network.differentiate(batch).meanLoss();
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

    @ParameterizedTest
    @MethodSource("cases")
    void inputGradientsMatchFiniteDifferencesAndIgnoreMaskedSteps(LayerCase layer) {
        Network trained = network(layer, DataType.DOUBLE);
        trained.differentiate(layer.batch());
        trained.update(0, 0);
        CompiledGraph compiled = compiler(layer, DataType.DOUBLE).compileForExplanation();
        Network twin = Networks.initialised(compiled, trained.objective());
        twin.copyLayers(trained);
        Batch batch = layer.batch();
        Tensor inputs = compiled.embeddings().isEmpty() ? batch.inputs() : embedded(compiled, batch);
        int target = 1;
        Tensor gradient =
                twin.inputGradients(inputs, batch.mask(), target, List.of()).gradient();
        float step = LayerCase.STEP;
        int perExample = inputs.size() / inputs.rows();
        for (int i = 0; i < inputs.size(); i += stride(inputs.size())) {
            double slope = (score(twin, inputs, i, step, batch, target) - score(twin, inputs, i, -step, batch, target))
                    / (2 * step);
            assertThat((double) gradient.values()[i])
                    .as("example %d, value %d", i / perExample, i % perExample)
                    .isCloseTo(slope, within(TOLERANCE));
            if (isMasked(layer, batch, i)) {
                assertThat(gradient.values()[i]).isZero();
            }
        }
    }

    /** Any values on the grid will do for embeddings. */
    private static Tensor embedded(CompiledGraph compiled, Batch batch) {
        Sequence shape = (Sequence) compiled.input();
        Tensor inputs = Tensor.zeros(batch.size(), (int) shape.features(), (int) shape.length());
        for (int i = 0; i < inputs.size(); i++) {
            inputs.values()[i] = (i * 37 % 101 - 50) / 64f;
        }
        return inputs;
    }

    private static double score(Network twin, Tensor inputs, int place, float step, Batch batch, int target) {
        Tensor moved = Tensor.of(inputs.values().clone(), inputs.shape());
        moved.values()[place] += step;
        double[] outputs = twin.outputs(moved, batch.mask());
        int example = place / (inputs.size() / inputs.rows());
        ScoredObjective objective = (ScoredObjective) twin.objective();
        int width = objective.outputs();
        return objective.logits(Arrays.copyOfRange(outputs, example * width, (example + 1) * width))[target];
    }

    private static boolean isMasked(LayerCase layer, Batch batch, int place) {
        if (batch.mask() == null || !(layer.input() instanceof Sequence sequence)) {
            return false;
        }
        int steps = (int) sequence.length();
        int example = place / (int) sequence.size();
        return Objects.requireNonNull(batch.mask()).values()[example * steps + place % steps] == 0;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shapesCountsRowsAndConfigurationAreRight(LayerCase layer) {
        CompiledGraph compiled = compiled(layer, DataType.DOUBLE);
        Network network = Networks.initialised(compiled, objective(layer));
        Batch batch = layer.batch();

        assertThat(network.trainedParameters()).isEqualTo(compiled.parameters());
        assertThat(network.activation(batch, LayerCase.SUBJECT).shape())
                .containsExactly(shape(layer.output(), batch.size()));
        String json = compiled.configuration().toJson();
        assertThat(ComputationGraphConfiguration.fromJson(json).toJson()).isEqualTo(json);
        double[] together = network.outputs(batch);
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

    private static int[] shape(Shape shape, int examples) {
        if (shape instanceof Image image) {
            return new int[] {examples, (int) image.channels(), (int) image.height(), (int) image.width()};
        }
        if (shape instanceof Sequence sequence) {
            return new int[] {examples, (int) sequence.features(), (int) sequence.length()};
        }
        return new int[] {examples, (int) shape.size()};
    }

    @ParameterizedTest
    @MethodSource("cases")
    void singlePrecisionWithHelpersAgreesWithDouble(LayerCase layer) {
        Network exact = network(layer, DataType.DOUBLE);
        Network single = network(layer, DataType.FLOAT);
        single.params().assign(exact.params());
        Batch batch = layer.batch();
        assertThat(single.outputs(batch)).containsExactly(exact.outputs(batch), within(1e-4));
        double exactLoss = loss(exact, batch);
        if (!(layer.spec() instanceof Dropout)) {
            assertThat(loss(single, batch)).isCloseTo(exactLoss, within(1e-4));
            assertThat(single.getFlattenedGradients().data().asDouble())
                    .containsExactly(exact.getFlattenedGradients().data().asDouble(), within(1e-4));
        }
    }
}
