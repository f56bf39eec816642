package org.vitrine.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.vitrine.graph.Documents;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.model.TrainingSettings;

/** Collapse and unpack are each other's inverse; whatever is collapsed, the flat graph stays the same. */
class CollapsePropertiesTest {
    private static final NodeId BLOCK = new NodeId("block");

    /** Graphs without cycles on a grid, so that most of what is selected can become a block. */
    @Provide
    Arbitrary<GraphDocument> acyclic() {
        Arbitrary<LayerSpec> layers =
                Arbitraries.of(1, 2, 3, 4).map(units -> units == 4 ? new Add() : new Dense(units, Activation.RELU));
        Arbitrary<List<Integer>> sources =
                Arbitraries.integers().between(0, 11).list().ofSize(24);
        return Combinators.combine(layers.list().ofMinSize(2).ofMaxSize(12), sources)
                .as((all, from) -> {
                    List<Node> nodes = new ArrayList<>();
                    List<Edge> edges = new ArrayList<>();
                    Map<NodeId, Position> layout = new HashMap<>();
                    for (int i = 0; i < all.size(); i++) {
                        NodeId id = new NodeId("n" + i);
                        nodes.add(new Node(id, all.get(i)));
                        layout.put(id, new Position(256 * (i % 3), 112.0 * i));
                        int ports = all.get(i) instanceof Add ? 2 : 1;
                        for (int port = 0; port < ports && i > 0; port++) {
                            int source = from.get(2 * i + port);
                            if (source < i + 3) {
                                edges.add(new Edge(new NodeId("n" + Math.min(source, i - 1)), id, port));
                            }
                        }
                    }
                    return new GraphDocument(
                            "",
                            "",
                            DataReference.of(""),
                            new ModelGraph(nodes, edges),
                            layout,
                            TrainingSettings.DEFAULT);
                });
    }

    @Provide
    Arbitrary<GraphDocument> documents() {
        return Documents.documents();
    }

    private static Optional<GraphDocument> collapsed(GraphDocument document, int place, int size) {
        Set<NodeId> chosen = Sequences.run(document.graph(), place, size);
        if (Collapse.refusal(document, chosen).isPresent()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Collapse(chosen, BLOCK, "Block").apply(document))
                    .withMessage(Collapse.refusal(document, chosen).get());
            return Optional.empty();
        }
        return Optional.of(new Collapse(chosen, BLOCK, "Block").apply(document));
    }

    @Property(tries = 1000)
    void unpackingWhatWasCollapsedGivesTheDocumentBack(
            @ForAll("acyclic") GraphDocument document,
            @ForAll @IntRange(max = 11) int place,
            @ForAll @IntRange(min = 1, max = 6) int size) {
        Optional<GraphDocument> collapsed = collapsed(document, place, size);
        Statistics.label("collapsed").collect(collapsed.isPresent());
        collapsed.ifPresent(nested -> {
            GraphDocument back = new Unpack(BLOCK).apply(nested);
            assertSame(back.graph(), document.graph());
            assertThat(back.layout()).isEqualTo(document.layout());
        });
    }

    @Property(tries = 500)
    void anyDocumentComesBackFromABlock(
            @ForAll("documents") GraphDocument document,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 4) int size) {
        collapsed(document, place, size)
                .ifPresent(nested -> assertSame(new Unpack(BLOCK).apply(nested).graph(), document.graph()));
    }

    @Property(tries = 1000)
    void collapsingKeepsTheFlatGraphButForNames(
            @ForAll("acyclic") GraphDocument document,
            @ForAll @IntRange(max = 11) int place,
            @ForAll @IntRange(min = 1, max = 6) int size,
            @ForAll @IntRange(max = 9) int outerPlace) {
        collapsed(document, place, size).ifPresent(nested -> {
            assertSame(unprefixed(nested.flat().graph()), document.graph());
            Set<NodeId> outer = Sequences.run(nested.graph(), outerPlace, 3);
            if (Collapse.refusal(nested, outer).isEmpty()) {
                GraphDocument twice = new Collapse(outer, new NodeId("outer"), "Outer").apply(nested);
                assertSame(unprefixed(twice.flat().graph()), document.graph());
            }
        });
    }

    @Property(tries = 500)
    void unpackingRepetitionsGivesTheFlatGraph(
            @ForAll("acyclic") GraphDocument document,
            @ForAll @IntRange(max = 11) int place,
            @ForAll @IntRange(min = 1, max = 6) int size,
            @ForAll @IntRange(min = 1, max = 4) int repeat) {
        collapsed(document, place, size).ifPresent(nested -> {
            GraphDocument repeated = new SetRepeat(BLOCK, repeat).apply(nested);
            Block block = (Block) repeated.graph().layer(BLOCK);
            GraphDocument unpacked = new Unpack(BLOCK).apply(repeated);
            GraphDocument flat = repeated.flat();
            assertThat(unpacked.graph().nodes())
                    .hasSize(repeated.graph().nodes().size() - 1 + (int) block.layers());
            // Chains stand one below the other, whatever stood below.
            assertThat(unpacked.positions()).hasSameSizeAs(unpacked.graph().nodes());
            // Both list the layers in one order: what differs are names.
            Map<NodeId, NodeId> names = new HashMap<>();
            for (int i = 0; i < flat.graph().nodes().size(); i++) {
                names.put(
                        flat.graph().nodes().get(i).id(),
                        unpacked.graph().nodes().get(i).id());
            }
            assertThat(renamed(flat.graph(), names).nodes())
                    .isEqualTo(unpacked.graph().nodes());
            assertThat(renamed(flat.graph(), names).edges())
                    .containsExactlyInAnyOrderElementsOf(unpacked.graph().edges());
        });
    }

    private static void assertSame(ModelGraph graph, ModelGraph wanted) {
        assertThat(graph.nodes()).containsExactlyInAnyOrderElementsOf(wanted.nodes());
        assertThat(graph.edges()).containsExactlyInAnyOrderElementsOf(wanted.edges());
    }

    private static ModelGraph unprefixed(ModelGraph graph) {
        Map<NodeId, NodeId> names = new HashMap<>();
        graph.nodes().forEach(node -> names.put(node.id(), node.id().last()));
        return renamed(graph, names);
    }

    private static ModelGraph renamed(ModelGraph graph, Map<NodeId, NodeId> names) {
        return new ModelGraph(
                graph.nodes().stream()
                        .map(node -> new Node(names.getOrDefault(node.id(), node.id()), node.layer()))
                        .toList(),
                graph.edges().stream()
                        .map(edge -> new Edge(
                                names.getOrDefault(edge.from(), edge.from()),
                                names.getOrDefault(edge.to(), edge.to()),
                                edge.port()))
                        .toList());
    }
}
