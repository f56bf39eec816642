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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.effects.Curves;
import org.vitrine.attribution.effects.DependenceAxis;
import org.vitrine.attribution.effects.InputColumn;
import org.vitrine.attribution.effects.InputPart;
import org.vitrine.attribution.effects.PartialDependence;
import org.vitrine.attribution.effects.PermutationImportance;
import org.vitrine.attribution.effects.Quality;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Scale;
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
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.DataParallel;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.weights.NetworkWeights;

/**
 * Explanations of networks with stored weights, against those that {@code references.py} made with Captum and the papers' formulas;
 * nearest examples and influences against {@code neighbours.py}.
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
            "lime", "normal equations, NumPy",
            "permutation-importance", "scikit-learn",
            "partial-dependence", "scikit-learn",
            "ice", "scikit-learn");

    private static final Pattern BY_PYTORCH = Pattern.compile("scores|nearest-.*|influence-.*");

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    @Test
    void explanationsAreThoseOfIndependentImplementations(@TempDir Path folder) throws Exception {
        Map<String, Double> differences = new TreeMap<>();
        compare("cnn", cnn(), Examples.load("digits", Map.of()), new int[] {0, 3, 7}, folder, differences);
        compare("mlp", mlp(), Examples.load("iris", Map.of()), new int[] {0, 1, 2}, folder, differences);
        compareEffects(differences);
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
            String name, ModelGraph graph, Dataset data, int[] targets, Path folder, Map<String, Double> differences)
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
        try (Npz references = Npz.open(resource("references.npz"));
                Npz neighbours = Npz.open(resource("neighbours.npz"))) {
            new NeighbourReferences(references, neighbours, folder)
                    .compare(
                            name,
                            graph,
                            network,
                            data,
                            targets,
                            (method, found, expected) ->
                                    differences.merge(method, difference(found, expected), Math::max));
        }
    }

    /** Over many examples, with the permutations that scikit-learn drew; made by {@code effects.py}. */
    private static void compareEffects(Map<String, Double> differences) throws Exception {
        Dataset data = Examples.load("iris", Map.of());
        Network network = ExplainedNetwork.fresh(mlp(), data, Settings.adam(1, 32, 0.01), DataType.FLOAT);
        NetworkWeights.load(resource("mlp.npz"), network, mlp());
        OverallEffects effects = new OverallEffects(
                new AnswerFiles(new RunDirectory(Path.of("unused")), "none"),
                data,
                new ModelFacts(mlp(), data.spec()),
                network);
        try (Npz references = Npz.open(resource("effects.npz"));
                DataParallel compute = new DataParallel(network, 1)) {
            Tensor inputs = references.read("inputs");
            Tensor orders = references.read("orders");
            PermutationImportance.Found found = PermutationImportance.of(
                    chosen -> OverallEffects.test(compute, chosen),
                    new MemorySplit(inputs, references.read("classes"), null),
                    IntStream.range(0, inputs.rows()).toArray(),
                    IntStream.range(0, 4)
                            .mapToObj(i -> new InputPart("x" + i, new int[] {i}))
                            .toList(),
                    orders.rows(),
                    (part, repeat) -> integers(orders.row(repeat)),
                    share -> {});
            float[] losses = new float[4 * orders.rows()];
            float[] accuracies = new float[losses.length];
            for (int i = 0; i < losses.length; i++) {
                Quality permuted =
                        found.parts().get(i / orders.rows()).permuted().get(i % orders.rows());
                losses[i] = (float) (permuted.loss() - found.base().loss());
                accuracies[i] = (float) (found.base().metric() - permuted.metric());
            }
            differences.put(
                    "mlp/permutation-importance",
                    Math.max(
                            difference(Tensor.of(losses, 4, orders.rows()), references.read("losses")),
                            difference(Tensor.of(accuracies, 4, orders.rows()), references.read("accuracies"))));
            Tensor curves =
                    PartialDependence.curves(effects::predict, inputs, axis(2, references.read("grid")), share -> {});
            Tensor average = references.read("average");
            Tensor individual = references.read("individual");
            Tensor surface = references.read("surface");
            Tensor ours = PartialDependence.surface(
                    effects::predict,
                    inputs,
                    axis(0, references.read("grid/first")),
                    axis(3, references.read("grid/second")),
                    share -> {});
            for (int target = 0; target < 3; target++) {
                Curves of = Curves.of(curves, target);
                differences.merge(
                        "mlp/partial-dependence", difference(floats(of.mean()), average.row(target)), Math::max);
                for (int i = 0; i < of.examples(); i++) {
                    Tensor expected = individual.row(target).row(i);
                    differences.merge("mlp/ice", difference(floats(of.ofExample(i)), expected), Math::max);
                }
                float[] map = new float[surface.row(target).size()];
                for (int i = 0; i < map.length; i++) {
                    map[i] = ours.values()[3 * i + target];
                }
                differences.merge(
                        "mlp/partial-dependence",
                        difference(Tensor.of(map, map.length), surface.row(target)),
                        Math::max);
            }
        }
    }

    private static DependenceAxis axis(int place, Tensor grid) {
        double[] values = new double[grid.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = grid.values()[i];
        }
        return DependenceAxis.numbers(
                new InputColumn(
                        "x" + place, InputColumn.Kind.NUMBER, new int[] {place}, List.of(Scale.IDENTITY), List.of()),
                values);
    }

    private static int[] integers(Tensor values) {
        int[] integers = new int[values.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (int) values.values()[i];
        }
        return integers;
    }

    private static Tensor floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(floats, floats.length);
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
                    BY_PYTORCH.matcher(parts[1]).matches() ? "PyTorch" : by,
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
