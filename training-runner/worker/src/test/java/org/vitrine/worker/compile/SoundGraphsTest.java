package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.analysis.Fix;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;

/** What the analysis calls fine compiles, has as many parameters as it says, and can make a step of training. */
class SoundGraphsTest {
    private static final Path BROKEN =
            Path.of("..", "..", "model-designer", "graph", "src", "test", "resources", "broken");
    private static final int MOST_FIXES = 12;

    /** Layers that lead nowhere are drawn and counted, but not compiled. */
    private static final Set<String> LEFT_OUT = Set.of("node.deadend", "node.unreachable", "block.unused-input");

    private static final int RANDOM_GRAPHS = 200;

    private static final List<DataSpec> DATA = List.of(
            new DataSpec(new Flat(5), Target.classes(3)),
            new DataSpec(new Flat(5), Target.values(2)),
            new DataSpec(new Image(2, 6, 5), Target.classes(2)),
            new DataSpec(new Image(2, 6, 5), Target.boxes(2, 2)),
            new DataSpec(new Sequence(4, 5), Target.values(1)),
            new DataSpec(new Sequence(4, 5), Target.stepClasses(3, 5)),
            new DataSpec(new Sequence(4, 7), Target.labels(3, 2)),
            new DataSpec(new Tokens(7, 5), Target.classes(2)),
            new DataSpec(new Tokens(7, 8), Target.stepClasses(7, 5)));

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    static Stream<String> broken() throws IOException {
        return Files.readAllLines(BROKEN.resolve("expected.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1)[0]);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenGraphsTrainOnceTheyAreRepaired(String name) throws Exception {
        GraphDocument document = DocumentJson.read(BROKEN.resolve(name + ".vitrine"));
        Optional<DataSpec> data = spec(document.data());
        if (data.isPresent()) {
            GraphDocument repaired = repaired(document, data.get());
            assertStep(repaired, data.get());
        } else {
            assertThat(GraphAnalyzer.analyze(document, data).isTrainable()).isFalse();
        }
    }

    /** Random graphs, as far as fixes can make them sound. */
    @Test
    void randomGraphsThatAreCalledFineTrain() {
        List<Long> sound = new ArrayList<>();
        LongStream.range(0, RANDOM_GRAPHS).forEach(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            DataSpec data = DATA.get(random.nextInt(DATA.size()));
            GraphDocument document = repaired(random(random), data);
            if (GraphAnalyzer.analyze(document, Optional.of(data)).isTrainable()) {
                sound.add(seed);
                assertStep(document, data);
            }
        });
        assertThat(sound).as("most random graphs can be repaired").hasSizeGreaterThan(RANDOM_GRAPHS / 2);
    }

    private static void assertStep(GraphDocument document, DataSpec data) {
        GraphAnalysis analysis = GraphAnalyzer.analyze(document, Optional.of(data));
        assertThat(analysis.isTrainable())
                .as("repaired: %s", analysis.problems())
                .isTrue();
        ModelGraph graph = document.flat().graph();
        try {
            Network network = Networks.initialised(
                    LayerNetworks.compiler(graph, data, DataType.FLOAT).compile(LayerNetworks.rate(0.01)),
                    LayerNetworks.objective(graph, data));
            if (analysis.problems().stream().noneMatch(problem -> LEFT_OUT.contains(problem.kind()))) {
                assertThat(network.trainedParameters()).isEqualTo(analysis.parameters());
            }
            network.differentiate(RandomBatch.of(data, 4, 5));
            network.update(0, 0);
        } catch (RuntimeException e) {
            throw new AssertionError("Called fine, but failed: " + DocumentJson.write(document), e);
        }
    }

    private static GraphDocument repaired(GraphDocument document, DataSpec data) {
        GraphDocument result = document;
        for (int i = 0; i < MOST_FIXES; i++) {
            GraphAnalysis analysis = GraphAnalyzer.analyze(result, Optional.of(data));
            Optional<Fix> fix = analysis.problems().stream()
                    .flatMap(problem -> problem.fixes().stream())
                    .findFirst();
            if (analysis.isTrainable() || fix.isEmpty()) {
                break;
            }
            result = fix.get().edit().apply(result);
        }
        return result;
    }

    private static GraphDocument random(SplittableRandom random) {
        List<Node> nodes = new ArrayList<>(List.of(new Node(new NodeId("n0"), new Input())));
        List<Edge> edges = new ArrayList<>();
        int count = random.nextInt(1, 7);
        for (int i = 1; i <= count; i++) {
            NodeId id = new NodeId("n" + i);
            LayerSpec layer = layer(random, i == count);
            for (int port = 0; port < layer.ports().min(); port++) {
                int back = random.nextInt(10) < 7 ? 1 : random.nextInt(1, i + 1);
                edges.add(new Edge(nodes.get(i - Math.min(i, back + port)).id(), id, port));
            }
            nodes.add(new Node(id, layer));
        }
        return new GraphDocument(
                "random",
                "",
                DataReference.of("random"),
                new ModelGraph(nodes, edges),
                Map.of(),
                TrainingSettings.DEFAULT);
    }

    /** A layer with small numbers, so that shapes meet their limits. */
    private static LayerSpec layer(SplittableRandom random, boolean last) {
        List<LayerSpec> choices = LayerCatalogue.defaults().stream()
                .filter(spec -> (spec.family() == Family.OUTPUT) == last && !(spec instanceof Input))
                .toList();
        LayerSpec layer = choices.get(random.nextInt(choices.size()));
        for (String name : List.of("units", "filters", "kernel", "stride", "heads", "groups", "hidden")) {
            if (Parameters.find((Record) layer, name).isPresent()) {
                layer = Parameters.with(layer, name, random.nextInt(1, name.equals("units") ? 9 : 5));
            }
        }
        return layer;
    }

    private static final Map<String, Optional<DataSpec>> SPECS = new HashMap<>();

    private static Optional<DataSpec> spec(DataReference reference) {
        return SPECS.computeIfAbsent(reference.dataset(), id -> {
            try {
                return Optional.of(
                        DatasetCatalogue.builtIn().load(DataReference.of(id)).spec());
            } catch (DatasetException e) {
                return Optional.empty();
            }
        });
    }
}
