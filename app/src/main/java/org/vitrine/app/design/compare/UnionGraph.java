package org.vitrine.app.design.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.compare.GraphComparison;
import org.vitrine.graph.compare.NodeChange;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/**
 * Two graphs as one: what both have once, what only one has marked.
 *
 * @param graph all nodes by names of their own, all edges by ports of their own: to be laid out
 */
public record UnionGraph(List<UnionNode> nodes, List<UnionEdge> edges, ModelGraph graph) {

    /**
     * A node of one graph or of both.
     *
     * @param key its name in the union
     * @param node as it is in the second graph, or in the first one if it was removed
     */
    public record UnionNode(NodeId key, Node node, Mark mark, Optional<NodeId> before, Optional<NodeId> after) {}

    public record UnionEdge(NodeId from, NodeId to, Mark mark) {}

    public static UnionGraph of(ModelGraph before, ModelGraph after, GraphComparison comparison) {
        Map<NodeId, NodeChange> changes = new HashMap<>();
        comparison.changed().forEach(change -> changes.put(change.newId(), change));
        Set<NodeId> names = new HashSet<>();
        Map<NodeId, NodeId> keysBefore = new HashMap<>();
        List<UnionNode> nodes = new ArrayList<>();
        for (Node node : after.nodes()) {
            NodeChange change = changes.get(node.id());
            boolean added = comparison.added().contains(node);
            Mark mark = added ? Mark.ADDED : change != null ? Mark.CHANGED : Mark.SAME;
            Optional<NodeId> old = added ? Optional.empty() : Optional.of(change == null ? node.id() : change.oldId());
            old.ifPresent(id -> keysBefore.put(id, node.id()));
            names.add(node.id());
            nodes.add(new UnionNode(node.id(), node, mark, old, Optional.of(node.id())));
        }
        for (Node node : comparison.removed()) {
            NodeId key = free(node.id(), names);
            keysBefore.put(node.id(), key);
            nodes.add(new UnionNode(key, node, Mark.REMOVED, Optional.of(node.id()), Optional.empty()));
        }
        List<UnionEdge> edges = edges(before, after, comparison, keysBefore);
        return new UnionGraph(nodes, edges, graph(nodes, edges));
    }

    private static NodeId free(NodeId wished, Set<NodeId> names) {
        NodeId key = wished;
        for (int number = 1; !names.add(key); number++) {
            key = new NodeId("removed" + number);
        }
        return key;
    }

    private static List<UnionEdge> edges(
            ModelGraph before, ModelGraph after, GraphComparison comparison, Map<NodeId, NodeId> keysBefore) {
        Set<Edge> removed = new HashSet<>(comparison.removedEdges());
        Set<Edge> added = new HashSet<>(comparison.addedEdges());
        comparison.movedEdges().forEach(edge -> {
            removed.add(edge.before());
            added.add(edge.after());
        });
        List<UnionEdge> edges = new ArrayList<>();
        for (Edge edge : after.edges()) {
            edges.add(new UnionEdge(edge.from(), edge.to(), added.contains(edge) ? Mark.ADDED : Mark.SAME));
        }
        for (Edge edge : before.edges()) {
            NodeId from = keysBefore.get(edge.from());
            NodeId to = keysBefore.get(edge.to());
            if (removed.contains(edge) && from != null && to != null) {
                edges.add(new UnionEdge(from, to, Mark.REMOVED));
            }
        }
        return edges;
    }

    private static ModelGraph graph(List<UnionNode> nodes, List<UnionEdge> edges) {
        Map<NodeId, Integer> ports = new LinkedHashMap<>();
        List<Edge> numbered = edges.stream()
                .distinct()
                .map(edge -> new Edge(edge.from(), edge.to(), ports.merge(edge.to(), 1, Integer::sum) - 1))
                .toList();
        return new ModelGraph(
                nodes.stream()
                        .map(node -> new Node(node.key(), node.node().layer()))
                        .toList(),
                numbered);
    }
}
