package org.vitrine.worker.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;
import org.vitrine.exchange.keras.KerasImport;
import org.vitrine.exchange.keras.KerasImporter;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.update.LearningRate;
import org.vitrine.worker.weights.NetworkWeights;

/** Files that Keras wrote give the outputs that Keras computed; make_models.py beside them made both. */
class KerasModelsTest {
    private static final Logger LOG = LoggerFactory.getLogger(KerasModelsTest.class);
    private static final Path MODELS =
            Path.of("../../model-designer/exchange/src/test/resources/org/vitrine/exchange/keras/models.zip");
    private static final double NEAR = 1e-5;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    static List<String> models() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(MODELS))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".npz") && !name.startsWith("refused"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void outputsAreThoseOfKeras(String name) throws Exception {
        KerasImport model = KerasImporter.read(folder.resolve(name));
        Path data = folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".npz");
        Path weights = folder.resolve(name + ".weights.npz");
        Npz.write(weights, model.weights());
        ModelGraph graph = model.document().graph();
        Network network = Networks.initialised(
                new GraphCompiler(graph, model.data(), model.document().training(), DataType.FLOAT)
                        .compile(LearningRate.of(model.document().training(), 1)),
                Networks.objective(
                        graph,
                        model.data(),
                        Collections.nCopies(model.data().target().size(), Scale.IDENTITY)));
        NetworkWeights.load(weights, network, graph);
        try (Npz npz = Npz.open(data)) {
            Tensor inputs = channelsFirst(npz.read("x"));
            Tensor expected = npz.read("y");
            double[] outputs = probabilities(network.outputs(inputs, mask(model, inputs)), graph, expected);
            double largest = 0;
            assertThat(outputs).hasSize(expected.size());
            for (int i = 0; i < outputs.length; i++) {
                largest = Math.max(largest, Math.abs(outputs[i] - expected.values()[i]));
            }
            LOG.info("{} nodes of {}: largest difference {}", graph.nodes().size(), name, largest);
            assertThat(largest).as("largest difference").isLessThan(NEAR);
        }
    }

    private static @Nullable Tensor mask(KerasImport model, Tensor inputs) {
        if (!(model.data().input() instanceof Tokens)) {
            return null;
        }
        Tensor mask = Tensor.zeros(inputs.shape());
        for (int i = 0; i < mask.size(); i++) {
            mask.values()[i] = inputs.values()[i] == 0 ? 0 : 1;
        }
        return mask;
    }

    /** From [n, height, width, channels] or [n, steps, features]. */
    private static Tensor channelsFirst(Tensor array) {
        int[] shape = array.shape();
        int axes = shape.length;
        if (axes < 3) {
            return array;
        }
        int channels = shape[axes - 1];
        int cells = array.size() / shape[0] / channels;
        int[] turned = shape.clone();
        System.arraycopy(shape, 1, turned, 2, axes - 2);
        turned[1] = channels;
        Tensor result = Tensor.zeros(turned);
        for (int i = 0; i < array.size(); i++) {
            int channel = i % channels;
            int cell = i / channels % cells;
            result.values()[(i / channels / cells * channels + channel) * cells + cell] = array.values()[i];
        }
        return result;
    }

    /** What the head's loss makes of the values, in the order of Keras. */
    private static double[] probabilities(double[] outputs, ModelGraph graph, Tensor expected) {
        boolean binary = graph.nodes().stream().anyMatch(node -> node.layer() instanceof BinaryOutput);
        boolean classes = graph.nodes().stream().anyMatch(node -> node.layer() instanceof ClassificationOutput);
        double[] values = outputs.clone();
        if (binary) {
            java.util.Arrays.setAll(values, i -> 1 / (1 + Math.exp(-outputs[i])));
        }
        if (!classes) {
            return values;
        }
        int units = expected.shape()[expected.shape().length - 1];
        int steps = expected.size() / expected.rows() / units;
        for (int row = 0; row < expected.rows() * steps; row++) {
            int start = row / steps * units * steps + row % steps;
            double sum = 0;
            for (int unit = 0; unit < units; unit++) {
                sum += Math.exp(outputs[start + unit * steps]);
            }
            for (int unit = 0; unit < units; unit++) {
                values[row * units + unit] = Math.exp(outputs[start + unit * steps]) / sum;
            }
        }
        return values;
    }
}
