package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * What every layer or vertex of a graph must do, whoever wrote it. Give it a configuration and example inputs, call
 * {@link #verify()}: gradients of parameters and inputs against central differences in double precision with and without
 * masks, masked steps without influence, a batch of one equal to a row of a batch, a bit-equal save and restore, the same
 * training with and without workspaces, in float and double.
 *
 * <p>For dropout (or anything else random) call {@link #verifyDropout()} besides, and give {@link #verify()} the layer
 * without it.
 */
public final class LayerContract {

    static final String SUBJECT = "subject";

    private final Consumer<ComputationGraphConfiguration.GraphBuilder> subject;
    private final InputType[] types;
    private final INDArray[] inputs;
    private final @Nullable INDArray mask;
    private final boolean differentiableInput;
    private final List<String> statistics;
    private final boolean zeroOutput;

    private LayerContract(
            Consumer<ComputationGraphConfiguration.GraphBuilder> subject,
            InputType[] types,
            INDArray[] inputs,
            @Nullable INDArray mask,
            boolean differentiableInput,
            List<String> statistics,
            boolean zeroOutput) {
        this.subject = subject;
        this.types = types;
        this.inputs = inputs;
        this.mask = mask;
        this.differentiableInput = differentiableInput;
        this.statistics = statistics;
        this.zeroOutput = zeroOutput;
    }

    /** A layer whose input has this type; inputs of four examples are drawn from a fixed seed. */
    public static LayerContract of(Layer layer, InputType type) {
        return new LayerContract(
                graph -> graph.addLayer(SUBJECT, layer.clone(), "in0"),
                new InputType[] {type},
                new INDArray[] {Examples.random(type)},
                Examples.mask(type),
                true,
                List.of(),
                true);
    }

    /** A vertex with as many inputs as types are given. */
    public static LayerContract of(org.deeplearning4j.nn.conf.graph.GraphVertex vertex, InputType... types) {
        return new LayerContract(
                graph -> graph.addVertex(SUBJECT, vertex.clone(), inputNames(types.length)),
                types,
                Arrays.stream(types).map(Examples::random).toArray(INDArray[]::new),
                Examples.mask(types[0]),
                true,
                List.of(),
                true);
    }

    /** The same with other inputs, one array with the batch first for each input, such as token ids. */
    public LayerContract withInputs(INDArray... examples) {
        return new LayerContract(subject, types, examples, mask, differentiableInput, statistics, zeroOutput);
    }

    /** The same with this mask [batch, time] for each input, or with none at all. */
    public LayerContract withMask(@Nullable INDArray other) {
        return new LayerContract(subject, types, inputs, other, differentiableInput, statistics, zeroOutput);
    }

    /** The same for a layer whose input is discrete, so that it has no gradient there. */
    public LayerContract withDiscreteInput() {
        return new LayerContract(subject, types, inputs, mask, false, statistics, zeroOutput);
    }

    /** The same for a layer with these parameters that are running statistics and have no gradient. */
    public LayerContract withStatistics(String... keys) {
        return new LayerContract(subject, types, inputs, mask, differentiableInput, List.of(keys), zeroOutput);
    }

    /** The same for a layer whose output at masked steps is left to the layers after it. */
    public LayerContract withAnyOutputAtMaskedSteps() {
        return new LayerContract(subject, types, inputs, mask, differentiableInput, statistics, false);
    }

    /** Runs everything but the dropout check. */
    public void verify() {
        verifyGradients();
        verifyBatchOfOne();
        verifySaveAndRestore();
        verifyWorkspaces();
        verifyFloat();
    }

    /** Parameter and input gradients in training mode, without a mask and, for sequences, with one. */
    public void verifyGradients() {
        probe(DataType.DOUBLE, null).assertGradients(differentiableInput);
        if (mask != null) {
            Probe masked = probe(DataType.DOUBLE, mask);
            masked.assertGradients(differentiableInput);
            masked.assertMaskedStepsHaveNoInfluence(differentiableInput, zeroOutput);
        }
    }

    /** Each example alone gives the output it has in the batch. */
    public void verifyBatchOfOne() {
        for (INDArray theMask : Arrays.asList(null, mask)) {
            Probe probe = probe(DataType.DOUBLE, theMask);
            INDArray together = probe.output(false);
            for (int row = 0; row < inputs[0].size(0); row++) {
                int example = row;
                Probe alone = new Probe(
                        probe.graph(),
                        Arrays.stream(probe.inputs())
                                .map(x -> Examples.row(x, example))
                                .toArray(INDArray[]::new),
                        theMask == null ? null : Examples.row(theMask, row),
                        statistics);
                Examples.assertClose(alone.output(false), Examples.row(together, row), 1e-9, "example " + row);
            }
        }
    }

    /** A restored graph, updater included, has the same configuration and gives the same bits, and trains on alike. */
    public void verifySaveAndRestore() {
        ComputationGraph graph = trainable(DataType.FLOAT, WorkspaceMode.ENABLED);
        MultiDataSet data = data(graph, mask);
        fit(graph, data, 1);
        ComputationGraph restored = copy(graph);
        assertThat(restored.getConfiguration().toJson())
                .isEqualTo(graph.getConfiguration().toJson());
        Examples.assertIdentical(restored.params(), graph.params(), "restored parameters");
        Examples.assertIdentical(outputs(restored, data), outputs(graph, data), "output of the restored graph");
        fit(graph, data, 1);
        fit(restored, data, 1);
        Examples.assertIdentical(restored.params(), graph.params(), "parameters trained on");
    }

    /** Workspaces on and off train to the same parameters, with and without masks in turn. */
    public void verifyWorkspaces() {
        List<INDArray> trained = new ArrayList<>();
        for (WorkspaceMode mode : new WorkspaceMode[] {WorkspaceMode.NONE, WorkspaceMode.ENABLED}) {
            ComputationGraph graph = trainable(DataType.DOUBLE, mode);
            MultiDataSet plain = data(graph, null);
            MultiDataSet masked = data(graph, mask);
            INDArray before = graph.params().dup();
            fit(graph, plain, 2);
            fit(graph, masked, 2);
            outputs(graph, plain);
            fit(graph, plain, 1);
            assertThat(graph.params()).as("training changes parameters").isNotEqualTo(before);
            trained.add(graph.params());
        }
        Examples.assertClose(trained.get(1), trained.get(0), 1e-10, "parameters with and without workspaces");
    }

    /** In float the gradients agree with those in double to single precision. */
    public void verifyFloat() {
        Probe exact = probe(DataType.DOUBLE, mask);
        Probe single = probe(DataType.FLOAT, mask);
        single.graph().setParams(exact.graph().params().castTo(DataType.FLOAT));
        Probe.Result expected = exact.gradients();
        Probe.Result actual = single.gradients();
        Examples.assertClose(actual.output().castTo(DataType.DOUBLE), expected.output(), 1e-4, "float output");
        Examples.assertClose(
                actual.parameters().castTo(DataType.DOUBLE), expected.parameters(), 1e-3, "float parameter gradient");
        for (int i = 0; differentiableInput && i < inputs.length; i++) {
            Examples.assertClose(
                    actual.inputs()[i].castTo(DataType.DOUBLE), expected.inputs()[i], 1e-3, "float input gradient");
        }
    }

    /** Output varies in training but not in inference, the same seed repeats it, and the gradients fit what was dropped. */
    public void verifyDropout() {
        Probe probe = probe(DataType.DOUBLE, null);
        INDArray inference = probe.output(false);
        Examples.assertIdentical(probe.output(false), inference, "inference twice");
        assertThat(Examples.values(probe.output(true))).isNotEqualTo(Examples.values(probe.output(true)));
        Nd4j.getRandom().setSeed(5);
        INDArray first = probe.output(true);
        Nd4j.getRandom().setSeed(5);
        Examples.assertIdentical(probe.output(true), first, "same seed, same dropout");
        probe.assertGradients(differentiableInput);
    }

    private Probe probe(DataType type, @Nullable INDArray theMask) {
        ComputationGraphConfiguration.GraphBuilder builder = builder(type, WorkspaceMode.NONE);
        subject.accept(builder);
        ComputationGraph graph = new ComputationGraph(builder.setOutputs(SUBJECT)
                .setInputTypes(types)
                .validateOutputLayerConfig(false)
                .build());
        graph.init();
        Examples.spread(graph.params());
        INDArray[] cast = Arrays.stream(inputs).map(x -> x.castTo(type)).toArray(INDArray[]::new);
        return new Probe(graph, cast, theMask == null ? null : theMask.castTo(type), statistics);
    }

    private ComputationGraphConfiguration.GraphBuilder builder(DataType type, WorkspaceMode mode) {
        return new NeuralNetConfiguration.Builder()
                .seed(12)
                .dataType(type)
                .weightInit(WeightInit.XAVIER)
                .updater(new Adam(0.01))
                .trainingWorkspaceMode(mode)
                .inferenceWorkspaceMode(mode)
                .graphBuilder()
                .addInputs(inputNames(types.length));
    }

    /** The subject with pooling, where it is needed, and a regression output behind it. */
    private ComputationGraph trainable(DataType type, WorkspaceMode mode) {
        ComputationGraphConfiguration.GraphBuilder builder = builder(type, mode);
        subject.accept(builder);
        String last = SUBJECT;
        long rank = probe(DataType.FLOAT, null).output(false).rank();
        if (rank > 2) {
            builder.addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), SUBJECT);
            last = "pool";
        }
        ComputationGraph graph = new ComputationGraph(builder.addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .activation(Activation.IDENTITY)
                                .nOut(2)
                                .build(),
                        last)
                .setOutputs("out")
                .setInputTypes(types)
                .build());
        graph.init();
        return graph;
    }

    private MultiDataSet data(ComputationGraph graph, @Nullable INDArray theMask) {
        DataType type = graph.params().dataType();
        INDArray labels = Examples.normal(99, inputs[0].size(0), 2).castTo(type);
        INDArray[] masks = null;
        if (theMask != null) {
            masks = new INDArray[inputs.length];
            Arrays.fill(masks, theMask.castTo(type));
        }
        return new org.nd4j.linalg.dataset.MultiDataSet(
                Arrays.stream(inputs).map(x -> x.castTo(type).dup()).toArray(INDArray[]::new),
                new INDArray[] {labels},
                masks,
                null);
    }

    private static void fit(ComputationGraph graph, MultiDataSet data, int times) {
        IntStream.range(0, times).forEach(i -> graph.fit(data));
        assertThat(graph.params().sumNumber().doubleValue()).isFinite();
    }

    private static INDArray outputs(ComputationGraph graph, MultiDataSet data) {
        return graph.output(
                        false,
                        Arrays.stream(data.getFeatures()).map(INDArray::dup).toArray(INDArray[]::new),
                        data.getFeaturesMaskArrays(),
                        null)[0];
    }

    private static ComputationGraph copy(ComputationGraph graph) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ModelSerializer.writeModel(graph, bytes, true);
            return ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(bytes.toByteArray()), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] inputNames(int count) {
        return IntStream.range(0, count).mapToObj(i -> "in" + i).toArray(String[]::new);
    }
}
