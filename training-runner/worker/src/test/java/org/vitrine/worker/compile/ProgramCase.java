package org.vitrine.worker.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.worker.Settings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.update.LearningRate;
import org.vitrine.worker.weights.NetworkWeights;

/**
 * A graph with weights and a batch, and what the engine makes of it, for programs to be compared with.
 *
 * @param outputs without training, example by example
 * @param loss of the batch without training
 * @param trained outputs after a step of gradient descent on the batch
 */
record ProgramCase(
        String name,
        ProgramSource source,
        Map<String, Tensor> weights,
        Batch batch,
        double[] outputs,
        double loss,
        double[] trained,
        long parameters) {

    private static final Path EXAMPLES = Path.of("../../examples");

    /** Gradient descent shows gradients as they are. */
    private static final TrainingSettings SETTINGS = Settings.of(Updater.SGD, 1, 4, 0.1);

    /** Those whose data are there at once; the profile {@code python} has all. */
    private static final Set<String> QUICK =
            Set.of("linear-plane", "mlp-iris", "mlp-spirals", "mlp-cars", "gru-co2", "transformer-dates", "lstm-dates");

    /**
     * Each layer on each kind of input, then examples of the product on their own data.
     *
     * @param everyExample or else those alone whose data are read quickly
     */
    static List<ProgramCase> all(boolean everyExample) throws CodeException, IOException, DatasetException {
        List<ProgramCase> cases = new ArrayList<>();
        for (LayerCase layer : LayerCases.all().toList()) {
            cases.add(of(layer));
        }
        for (Path file : examples()) {
            String name = file.getFileName().toString().replace(".vitrine", "");
            if (!everyExample && !QUICK.contains(name)) {
                continue;
            }
            GraphDocument document = DocumentJson.read(file).flat();
            Dataset data = DatasetCatalogue.builtIn().load(document.data());
            Batch batch = data.train().batch(new int[] {0, 1, 2, 3});
            cases.add(of("example " + name, document.graph(), data.spec(), batch, batch.mask() != null));
        }
        return cases;
    }

    /** The documents of the product's examples. */
    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".vitrine"))
                    .sorted()
                    .toList();
        }
    }

    static ProgramCase of(LayerCase layer) throws CodeException {
        return of(layer.toString(), layer.graph(), layer.data(), layer.batch(), layer.masked());
    }

    /** Weights as the engine draws them, moved off their special starting values, and rounded to single precision. */
    static ProgramCase of(String name, ModelGraph graph, DataSpec data, Batch batch, boolean masked)
            throws CodeException {
        GraphDocument document = document(graph);
        ProgramSource source = ProgramSource.of(document, data, masked);
        LearningRate rate = LearningRate.of(SETTINGS, 10);
        Network network = LayerNetworks.network(
                LayerNetworks.objective(graph, data),
                new GraphCompiler(graph, data, SETTINGS, DataType.DOUBLE).compile(rate));
        network.params().assign(network.params().castTo(DataType.FLOAT).castTo(DataType.DOUBLE));
        Map<String, Tensor> weights = NetworkWeights.of(network, graph);
        double[] outputs = network.outputs(batch);
        double loss = network.evaluate(batch).meanLoss();
        network.differentiate(batch);
        network.update(0, 0);
        return new ProgramCase(
                name, source, weights, batch, outputs, loss, network.outputs(batch), network.trainedParameters());
    }

    private static GraphDocument document(ModelGraph graph) {
        try {
            return DocumentJson.read(EXAMPLES.resolve("linear-plane.vitrine"))
                    .withGraph(graph, Map.of())
                    .withTraining(SETTINGS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Writes weights, batch and what the engine computes. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Npz.write(folder.resolve("weights.npz"), weights);
        Map<String, Tensor> arrays = new TreeMap<>();
        for (String part : new String[] {"train", "validation", "test"}) {
            arrays.put(part + "_x", batch.inputs());
            arrays.put(part + "_y", batch.targets());
            @Nullable Tensor mask = batch.mask();
            if (mask != null) {
                arrays.put(part + "_mask", mask);
            }
        }
        int values = source.data().target().size();
        Tensor ones = Tensor.zeros(values);
        java.util.Arrays.fill(ones.values(), 1);
        arrays.put("target_mean", Tensor.zeros(values));
        arrays.put("target_deviation", ones);
        Npz.write(folder.resolve("data.npz"), arrays);
        float[] expected = new float[outputs.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) outputs[i];
        }
        Npz.write(
                folder.resolve("expected.npz"),
                Map.of("outputs", Tensor.of(expected, batch.size(), expected.length / batch.size())));
        Files.writeString(folder.resolve("expected.txt"), name + "\n" + parameters + "\n" + loss + "\n");
    }
}
