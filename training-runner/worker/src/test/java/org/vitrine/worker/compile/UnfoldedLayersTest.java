package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.arithmetic.Cell;
import org.vitrine.arithmetic.Factor;
import org.vitrine.arithmetic.Given;
import org.vitrine.arithmetic.LayerPass;
import org.vitrine.arithmetic.Masks;
import org.vitrine.arithmetic.Outcomes;
import org.vitrine.arithmetic.Source;
import org.vitrine.arithmetic.Term;
import org.vitrine.arithmetic.Unfolded;
import org.vitrine.arithmetic.Unfolder;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.weights.NetworkWeights;

/** The arithmetic that students see is that of the engine, in single precision as it trains. */
class UnfoldedLayersTest {
    private static final Logger LOG = LoggerFactory.getLogger(UnfoldedLayersTest.class);

    /** Of the largest value that the layer puts out. */
    private static final double CLOSE = 1e-5;

    private static final int CELLS = 12;
    private static final int EXAMPLES = 4;
    /** Numbers that are looked into for one value. */
    private static final int DEEP = 400;

    /** Blocks, both kinds of recurrence, attention, masks; their data are read quickly. */
    private static final List<String> DOCUMENTS =
            List.of("mlp-iris", "gru-co2", "transformer-dates", "lstm-dates", "bilstm-sentiment", "detection-shapes");

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    /** Counts what was compared and remembers the worst. */
    private static final class Comparison {
        private final Map<String, Integer> cells = new LinkedHashMap<>();
        private double farthest;
        private String where = "";
        private int numbers;

        void compare(LayerPass pass, Tensor expected, String what) {
            double scale = 0;
            for (float value : expected.values()) {
                scale = Math.max(scale, Math.abs(value));
            }
            int stride = Math.max(1, expected.size() / CELLS | 1);
            for (int place = 0; place < expected.size(); place += stride) {
                Cell cell = Cell.at(place, expected.shape());
                Unfolded unfolded = Unfolder.of(pass, cell);
                double distance = Math.abs(unfolded.value() - expected.values()[place]) / (scale == 0 ? 1 : scale);
                assertThat(distance)
                        .as("%s at %s: %s, engine %s", what, cell, unfolded.value(), expected.values()[place])
                        .isLessThanOrEqualTo(CLOSE);
                if (distance > farthest) {
                    farthest = distance;
                    where = what + " at " + cell;
                }
                cells.merge(pass.spec().type(), 1, Integer::sum);
                lookInto(pass, unfolded, what);
            }
        }

        /** The terms that are shown make the value that is shown, at all depths. */
        void lookInto(LayerPass pass, Unfolded first, String what) {
            List<Unfolded> open = new ArrayList<>(List.of(first));
            for (int i = 0; i < open.size() && i < DEEP; i++) {
                Unfolded number = open.get(i);
                double[] terms =
                        number.terms().stream().mapToDouble(Term::value).toArray();
                assertThat(number.rule().of(terms))
                        .as("%s: %s", what, number.title())
                        .isEqualTo(number.value());
                for (Term term : number.terms()) {
                    for (Factor factor : term.factors()) {
                        check(pass, factor, what + ": " + number.title(), open);
                    }
                }
                numbers++;
            }
        }

        private void check(LayerPass pass, Factor factor, String what, List<Unfolded> open) {
            Source source = factor.source();
            if (source instanceof Source.Input input) {
                Tensor values = pass.inputs().get(input.port()).values();
                assertThat(factor.value())
                        .isEqualTo(values.values()[input.cell().place(values.shape())]);
            } else if (source instanceof Source.Parameter parameter) {
                Tensor values = Objects.requireNonNull(pass.parameters().get(parameter.name()));
                assertThat(factor.value())
                        .isEqualTo(values.values()[parameter.cell().place(values.shape())]);
            } else if (source instanceof Source.Inner inner && open.size() < DEEP) {
                Unfolded deeper = inner.how().get();
                assertThat(deeper.value()).as(what).isCloseTo(factor.value(), within(1e-9));
                assertThat(deeper.title()).isEqualTo(inner.title());
                open.add(deeper);
            }
        }

        int count() {
            return cells.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private static Map<String, Tensor> parameters(Map<String, Tensor> weights, String node) {
        return weights.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(node + "/"))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(node.length() + 1), Map.Entry::getValue));
    }

    private static Given given(Tensor inputs, @Nullable Tensor mask, int example) {
        return new Given(inputs.row(example), mask == null ? null : mask.row(example));
    }

    @Test
    void everyLayerUnfoldsToWhatTheEngineComputes() {
        Comparison comparison = new Comparison();
        for (LayerCase layer : LayerCases.all().toList()) {
            Network network = LayerNetworks.network(layer, DataType.FLOAT);
            Map<String, Tensor> parameters = parameters(NetworkWeights.of(network, layer.graph()), LayerCase.SUBJECT);
            Batch batch = layer.batch();
            Tensor outputs = network.activation(batch, LayerCase.SUBJECT);
            for (int example = 0; example < EXAMPLES; example++) {
                Given input = given(batch.inputs(), batch.mask(), example);
                LayerPass pass = new LayerPass(
                        layer.spec(), Collections.nCopies(layer.spec().ports().min(), input), parameters);
                comparison.compare(pass, outputs.row(example), layer + ", example " + example);
            }
        }
        assertThat(comparison.cells.keySet())
                .containsExactlyInAnyOrderElementsOf(LayerCatalogue.defaults().stream()
                        .filter(spec -> !(spec instanceof Input))
                        .map(LayerSpec::type)
                        .toList());
        LOG.info(
                "{} layers, {} values, {} numbers within them: largest difference {} of the layer's largest value, {}",
                LayerCases.all().count(),
                comparison.count(),
                comparison.numbers,
                comparison.farthest,
                comparison.where);
    }

    @Test
    void outcomesAreTheEnginesPredictions() {
        int compared = 0;
        for (LayerCase layer : LayerCases.all().toList()) {
            Network network = LayerNetworks.network(layer, DataType.FLOAT);
            if (layer.masked() || !(network.objective() instanceof ScoredObjective objective)) {
                continue;
            }
            Batch batch = layer.batch();
            String head = network.getConfiguration().getNetworkOutputs().get(0);
            NodeId id = new NodeId(head);
            Edge edge = layer.graph().inputsOf(id).get(0);
            Tensor inputs = edge.from().value().equals("in")
                    ? batch.inputs()
                    : network.activation(batch, edge.from().value());
            LayerSpec spec = layer.graph().node(id).orElseThrow().layer();
            LayerPass pass = new LayerPass(
                    spec, List.of(given(inputs, null, 0)), parameters(NetworkWeights.of(network, layer.graph()), head));
            double[] outputs = network.outputs(batch);
            float[] predictions = objective.predictions(Arrays.copyOf(outputs, outputs.length / batch.size()));
            Cell last = Cell.at(0, network.activation(batch, head).row(0).shape());
            Unfolded outcome = Outcomes.of(pass, last).orElse(null);
            if (outcome != null) {
                // One sigmoid unit gives the probability of the second class.
                int at = spec instanceof BinaryOutput ? 1 : 0;
                assertThat((float) outcome.value()).as("%s", layer).isCloseTo(predictions[at], within(1e-5f));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void wholeGraphsUnfoldNodeByNode() throws IOException, DatasetException {
        Comparison comparison = new Comparison();
        for (String name : DOCUMENTS) {
            var document = DocumentJson.read(Path.of("../../examples", name + ".vitrine"))
                    .flat();
            Dataset data = DatasetCatalogue.builtIn().load(document.data());
            ModelGraph graph = document.graph();
            Network network = LayerNetworks.network(
                    LayerNetworks.objective(graph, data.spec()),
                    LayerNetworks.compiler(graph, data.spec(), DataType.FLOAT).compile(LayerNetworks.rate(0.01)));
            Map<String, Tensor> weights = NetworkWeights.of(network, graph);
            Batch batch = data.test().batch(new int[] {1});
            Map<NodeId, Given> outputs = new HashMap<>();
            for (Node node : graph.topologicalOrder()) {
                List<Given> inputs = new ArrayList<>();
                for (Edge edge : graph.inputsOf(node.id())) {
                    inputs.add(Objects.requireNonNull(outputs.get(edge.from())));
                }
                if (inputs.isEmpty()) {
                    outputs.put(node.id(), given(batch.inputs(), batch.mask(), 0));
                    continue;
                }
                Tensor values = network.activation(batch, node.id().value()).row(0);
                LayerPass pass = new LayerPass(
                        node.layer(), inputs, parameters(weights, node.id().value()));
                comparison.compare(pass, values, name + " " + node.id());
                outputs.put(node.id(), new Given(values, Masks.after(node.layer(), inputs)));
            }
        }
        LOG.info(
                "{} examples of the product, {} values: largest difference {}, {}",
                DOCUMENTS.size(),
                comparison.count(),
                comparison.farthest,
                comparison.where);
    }
}
