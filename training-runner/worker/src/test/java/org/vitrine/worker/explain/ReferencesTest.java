package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.weights.NetworkWeights;

/**
 * Explanations of networks with stored weights, against those that {@code references.py} made with Captum and the papers' formulas.
 * The table of docs/explanations.md has the largest differences: {@code -Dvitrine.golden=write} writes what is found now.
 */
class ReferencesTest {
    private static final Path DOCS = Path.of("../../docs/explanations.md");
    private static final String BEGIN = "<!-- made by ReferencesTest: begin -->";
    private static final String END = "<!-- made by ReferencesTest: end -->";

    private static final Map<String, Map<String, String>> OPTIONS =
            Map.of("integrated-gradients", Map.of("steps", "400"), "occlusion", Map.of("window", "2"));

    /** What made the values; Captum unless it is named here. */
    private static final Map<String, String> BY = Map.of(
            "grad-cam-plus-plus", "formula of the paper, PyTorch",
            "score-cam", "formula of the paper, PyTorch",
            "mlp/lrp-z-plus", "formula of the paper, PyTorch",
            "mlp/lrp-composite", "as LRP-ε, without convolutions",
            "kernel-shap", "Captum `ShapleyValues`",
            "lime", "normal equations, NumPy");

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    @Test
    void explanationsAreThoseOfIndependentImplementations() throws Exception {
        Map<String, Double> differences = new TreeMap<>();
        compare("cnn", cnn(), Examples.load("digits", Map.of()), new int[] {0, 3, 7}, differences);
        compare("mlp", mlp(), Examples.load("iris", Map.of()), new int[] {0, 1, 2}, differences);
        assertThat(differences).hasSizeGreaterThan(20);
        assertThat(differences)
                .allSatisfy((name, difference) -> assertThat(difference).isLessThan(2e-4));
        String text = Files.readString(DOCS);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (System.getProperty("vitrine.golden", "").equals("write")) {
            Files.writeString(DOCS, text.substring(0, begin) + "\n" + table(differences) + "\n" + text.substring(end));
            return;
        }
        Map<String, Double> documented = documented(text.substring(begin, end));
        assertThat(documented.keySet()).isEqualTo(differences.keySet());
        // Processors add up in other orders.
        assertThat(differences).allSatisfy((name, difference) -> assertThat(difference)
                .isLessThan(1e-6 + 4 * documented.getOrDefault(name, 0.0)));
    }

    private static ModelGraph cnn() {
        return Graphs.chain(
                new Input(),
                new Convolution2D(4, 3, 1, 1, Padding.SAME, Activation.RELU),
                new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID),
                new Convolution2D(5, 3, 1, 1, Padding.VALID, Activation.RELU),
                new Flatten(),
                new Dense(12, Activation.RELU),
                new ClassificationOutput());
    }

    private static ModelGraph mlp() {
        return Graphs.chain(
                new Input(), new Dense(6, Activation.TANH), new Dense(5, Activation.RELU), new ClassificationOutput());
    }

    private static Path resource(String name) throws Exception {
        return Path.of(ReferencesTest.class.getResource(name).toURI());
    }

    private static void compare(
            String name, ModelGraph graph, Dataset data, int[] targets, Map<String, Double> differences)
            throws Exception {
        Network network = ExplainedNetwork.fresh(graph, data, Settings.adam(1, 32, 0.01), DataType.FLOAT);
        NetworkWeights.load(resource(name + ".npz"), network, graph);
        NetworkModel model = ExplainedNetwork.of(graph, data, Settings.adam(1, 32, 0.01), network)
                .subject(data.test().example(0))
                .model();
        try (Npz references = Npz.open(resource("references.npz"))) {
            for (String array : references.names()) {
                String[] parts = array.split("/");
                if (!parts[0].equals(name) || parts[1].equals("input")) {
                    continue;
                }
                int example = Integer.parseInt(parts[2]);
                Tensor input = references.read(name + "/input/" + example);
                Tensor expected = references.read(array);
                Tensor found = parts[1].equals("scores")
                        ? model.scores(batchOfOne(input))
                        : attribute(parts[1], model, input, targets[example]).relevance();
                differences.merge(name + "/" + parts[1], difference(found, expected), Math::max);
            }
        }
    }

    private static Attribution attribute(String id, NetworkModel model, Tensor input, int target) {
        AttributionMethod method = AttributionMethods.byId(id).orElseThrow();
        AttributionOptions options = AttributionOptions.DEFAULT.with(method, OPTIONS.getOrDefault(id, Map.of()));
        return method.attribute(model, input, target, options);
    }

    private static Tensor batchOfOne(Tensor input) {
        int[] shape = new int[input.shape().length + 1];
        shape[0] = 1;
        System.arraycopy(input.shape(), 0, shape, 1, input.shape().length);
        return input.reshape(shape);
    }

    /** The largest difference of two values, relative to the largest value. */
    private static double difference(Tensor found, Tensor expected) {
        assertThat(found.size()).isEqualTo(expected.size());
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.values()[i]));
            difference = Math.max(difference, Math.abs(found.values()[i] - expected.values()[i]));
        }
        return largest == 0 ? difference : difference / largest;
    }

    private static String table(Map<String, Double> differences) {
        List<String> rows = new ArrayList<>(
                List.of("| Network | Method | Compared with | Largest difference |", "|---|---|---|---|"));
        differences.forEach((name, difference) -> {
            String[] parts = name.split("/");
            String by = BY.getOrDefault(name, BY.getOrDefault(parts[1], "Captum"));
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | `%s` | %s | %.1e |",
                    parts[0],
                    parts[1],
                    parts[1].equals("scores") ? "PyTorch" : by,
                    difference));
        });
        return String.join("\n", rows);
    }

    private static Map<String, Double> documented(String table) {
        Map<String, Double> documented = new TreeMap<>();
        Pattern row = Pattern.compile("\\| (\\w+) \\| `([\\w-]+)` \\| .* \\| ([-\\d.e]+) \\|");
        Arrays.stream(table.split("\n"))
                .map(row::matcher)
                .filter(Matcher::matches)
                .forEach(found ->
                        documented.put(found.group(1) + "/" + found.group(2), Double.parseDouble(found.group(3))));
        return documented;
    }
}
