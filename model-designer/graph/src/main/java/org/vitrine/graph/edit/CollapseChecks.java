package org.vitrine.graph.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** Whether nodes can become a block, and what comes into it. */
final class CollapseChecks {
    private static final int NAMES_SHOWN = 4;

    private CollapseChecks() {}

    static Optional<String> refusal(GraphDocument document, Set<NodeId> chosen) {
        ModelGraph graph = document.graph();
        List<Node> nodes = graph.nodes().stream()
                .filter(node -> chosen.contains(node.id()))
                .toList();
        if (nodes.isEmpty()) {
            return Optional.of(BlockEdits.text("collapse.empty"));
        }
        for (Node node : nodes) {
            LayerSpec layer = node.layer();
            if (layer instanceof Input || layer.family() == Family.OUTPUT) {
                return Optional.of(BlockEdits.text("collapse.foreign", node.id()));
            }
            if (layer instanceof BlockInput) {
                return Optional.of(BlockEdits.text("collapse.inside", node.id()));
            }
            if (layer instanceof Block block && depth(block) >= Block.DEEPEST) {
                return Optional.of(BlockEdits.text("collapse.deep", Block.DEEPEST));
            }
        }
        return ends(graph, chosen).or(() -> around(graph, chosen)).or(() -> inputs(graph, chosen));
    }

    private static Optional<String> ends(ModelGraph graph, Set<NodeId> chosen) {
        Set<NodeId> feedInside = new HashSet<>();
        for (Edge edge : graph.edges()) {
            if (chosen.contains(edge.from()) && chosen.contains(edge.to())) {
                feedInside.add(edge.from());
            }
        }
        List<NodeId> ends = graph.nodes().stream()
                .map(Node::id)
                .filter(id -> chosen.contains(id) && !feedInside.contains(id))
                .toList();
        if (ends.isEmpty()) {
            return Optional.of(BlockEdits.text("collapse.no-end"));
        }
        for (Edge edge : graph.edges()) {
            if (feedInside.contains(edge.from()) && !chosen.contains(edge.to())) {
                return Optional.of(BlockEdits.text("collapse.inner", edge.from()));
            }
        }
        if (ends.size() > 1) {
            String names = ends.stream().limit(NAMES_SHOWN).map(NodeId::value).collect(Collectors.joining(", "));
            return Optional.of(
                    BlockEdits.text("collapse.ends", ends.size(), ends.size() > NAMES_SHOWN ? names + ", …" : names));
        }
        return Optional.empty();
    }

    /** A way out of the selection and back would become a cycle. */
    private static Optional<String> around(ModelGraph graph, Set<NodeId> chosen) {
        Set<NodeId> outside = new LinkedHashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(chosen);
        while (!open.isEmpty()) {
            for (Edge edge : graph.outputsOf(open.remove())) {
                if (!chosen.contains(edge.to()) && outside.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return graph.edges().stream()
                .filter(edge -> outside.contains(edge.from()) && chosen.contains(edge.to()))
                .findFirst()
                .map(edge -> BlockEdits.text("collapse.around", edge.from()));
    }

    private static Optional<String> inputs(ModelGraph graph, Set<NodeId> chosen) {
        int count = sources(graph, chosen).size();
        return count > Block.MOST_INPUTS
                ? Optional.of(BlockEdits.text("collapse.inputs", count, Block.MOST_INPUTS))
                : Optional.empty();
    }

    /** The nodes outside that feed chosen ones, in the order in which the data meet them. */
    static List<NodeId> sources(ModelGraph graph, Set<NodeId> chosen) {
        List<NodeId> order =
                new ArrayList<>(graph.topologicalOrder().stream().map(Node::id).toList());
        graph.nodes().stream().map(Node::id).filter(id -> !order.contains(id)).forEach(order::add);
        Set<NodeId> sources = new LinkedHashSet<>();
        for (NodeId id : order) {
            if (chosen.contains(id)) {
                graph.inputsOf(id).stream()
                        .map(Edge::from)
                        .filter(from -> !chosen.contains(from))
                        .forEach(sources::add);
            }
        }
        return List.copyOf(sources);
    }

    /** How deep blocks nest, this one included. */
    private static int depth(Block block) {
        int deepest = 0;
        for (Node node : block.body().nodes()) {
            if (node.layer() instanceof Block inner) {
                deepest = Math.max(deepest, depth(inner));
            }
        }
        return deepest + 1;
    }
}
