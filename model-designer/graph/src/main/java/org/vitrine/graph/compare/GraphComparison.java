package org.vitrine.graph.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/**
 * How a second graph differs from a first one.
 *
 * @param added nodes that only the second graph has
 * @param removed nodes that only the first graph has
 * @param changed nodes of both that have another name, other settings, or became another layer
 * @param addedEdges that only the second graph has, by its names; moved ones left out
 * @param removedEdges that only the first graph has, by its names; moved ones left out
 * @param movedEdges with one end elsewhere
 */
public record GraphComparison(
        Set<Node> added,
        Set<Node> removed,
        Set<NodeChange> changed,
        Set<Edge> addedEdges,
        Set<Edge> removedEdges,
        Set<MovedEdge> movedEdges) {

    public GraphComparison {
        added = unmodifiable(added);
        removed = unmodifiable(removed);
        changed = unmodifiable(changed);
        addedEdges = unmodifiable(addedEdges);
        removedEdges = unmodifiable(removedEdges);
        movedEdges = unmodifiable(movedEdges);
    }

    private static <T> Set<T> unmodifiable(Set<T> set) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }

    /** Compares two graphs; blocks are to be expanded before. */
    public static GraphComparison of(ModelGraph before, ModelGraph after) {
        Map<NodeId, NodeId> pairs = NodeMatcher.match(before, after);
        Map<NodeId, Node> afterNodes = new HashMap<>();
        after.nodes().forEach(node -> afterNodes.put(node.id(), node));
        Set<Node> removed = new LinkedHashSet<>();
        Set<NodeChange> changed = new LinkedHashSet<>();
        for (Node node : before.nodes()) {
            Node other = Optional.ofNullable(pairs.get(node.id()))
                    .map(afterNodes::get)
                    .orElse(null);
            if (other == null) {
                removed.add(node);
            } else if (!other.equals(node)) {
                changed.add(new NodeChange(node, other));
            }
        }
        Set<NodeId> found = new HashSet<>(pairs.values());
        Set<Node> added = after.nodes().stream()
                .filter(node -> !found.contains(node.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Edge> afterEdges = new LinkedHashSet<>(after.edges());
        Set<Edge> removedEdges = new LinkedHashSet<>();
        for (Edge edge : before.edges()) {
            Optional<Edge> same = renamed(edge, pairs);
            if (same.isEmpty() || !afterEdges.remove(same.get())) {
                removedEdges.add(edge);
            }
        }
        Set<MovedEdge> moved = moved(removedEdges, afterEdges, pairs);
        moved.forEach(edge -> {
            removedEdges.remove(edge.before());
            afterEdges.remove(edge.after());
        });
        return new GraphComparison(added, removed, changed, afterEdges, removedEdges, moved);
    }

    private static Optional<Edge> renamed(Edge edge, Map<NodeId, NodeId> names) {
        NodeId from = names.get(edge.from());
        NodeId to = names.get(edge.to());
        return from == null || to == null ? Optional.empty() : Optional.of(new Edge(from, to, edge.port()));
    }

    /** Pairs of edges that leave the same node, or enter the same port, and are the only such ones. */
    private static Set<MovedEdge> moved(Set<Edge> removed, Set<Edge> added, Map<NodeId, NodeId> names) {
        List<MovedEdge> candidates = new ArrayList<>();
        for (Edge before : removed) {
            for (Edge after : added) {
                boolean sameStart = after.from().equals(names.get(before.from()));
                boolean sameEnd = after.to().equals(names.get(before.to())) && before.port() == after.port();
                if (sameStart || sameEnd) {
                    candidates.add(new MovedEdge(before, after));
                }
            }
        }
        Map<Edge, Long> ofBefore =
                candidates.stream().collect(Collectors.groupingBy(MovedEdge::before, Collectors.counting()));
        Map<Edge, Long> ofAfter =
                candidates.stream().collect(Collectors.groupingBy(MovedEdge::after, Collectors.counting()));
        return candidates.stream()
                .filter(edge ->
                        ofBefore.getOrDefault(edge.before(), 0L) == 1 && ofAfter.getOrDefault(edge.after(), 0L) == 1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether both graphs have the same nodes and edges. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many differences there are. */
    public int size() {
        return added.size()
                + removed.size()
                + changed.size()
                + addedEdges.size()
                + removedEdges.size()
                + movedEdges.size();
    }

    /** How the first graph differs from the second. */
    public GraphComparison reversed() {
        return new GraphComparison(
                removed,
                added,
                changed.stream().map(NodeChange::reversed).collect(Collectors.toSet()),
                removedEdges,
                addedEdges,
                movedEdges.stream().map(MovedEdge::reversed).collect(Collectors.toSet()));
    }

    /**
     * Makes the second graph of the first one; nodes that were added stand last.
     *
     * @throws IllegalArgumentException if this is another graph than the one that was compared
     */
    public ModelGraph applyTo(ModelGraph before) {
        Map<NodeId, Node> changes = new HashMap<>();
        changed.forEach(change -> changes.put(change.oldId(), change.after()));
        Map<NodeId, NodeId> names = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Node node : before.nodes()) {
            if (!removed.contains(node)) {
                Node now = changes.getOrDefault(node.id(), node);
                names.put(node.id(), now.id());
                nodes.add(now);
            }
        }
        nodes.addAll(added);
        Set<Edge> gone = new HashSet<>(removedEdges);
        movedEdges.forEach(edge -> gone.add(edge.before()));
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : before.edges()) {
            if (!gone.contains(edge)) {
                edges.add(renamed(edge, names)
                        .orElseThrow(() -> new IllegalArgumentException("The edge " + edge + " lost an end")));
            }
        }
        edges.addAll(addedEdges);
        movedEdges.forEach(edge -> edges.add(edge.after()));
        return new ModelGraph(nodes, edges);
    }
}
