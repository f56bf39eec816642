package org.vitrine.graph.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/**
 * Finds out which node of one graph is which of another: by name, and renamed ones by their layer and their neighbours. The
 * same pairs come out whichever graph is the first.
 */
final class NodeMatcher {
    private static final int ROUNDS = 12;
    /** Equal settings count as much as so many common neighbours. */
    private static final int EQUAL_LAYERS = 2;

    private final ModelGraph left;
    private final ModelGraph right;
    private final Map<NodeId, NodeId> pairs = new LinkedHashMap<>();
    private final Set<NodeId> taken = new HashSet<>();

    private NodeMatcher(ModelGraph left, ModelGraph right) {
        this.left = left;
        this.right = right;
    }

    /** Names in the first graph to names in the second. */
    static Map<NodeId, NodeId> match(ModelGraph left, ModelGraph right) {
        NodeMatcher matcher = new NodeMatcher(left, right);
        matcher.byName(true);
        matcher.byNeighbours();
        matcher.byName(false);
        return matcher.pairs;
    }

    private void byName(boolean sameType) {
        Map<NodeId, Node> others = new HashMap<>();
        right.nodes().forEach(node -> others.put(node.id(), node));
        for (Node node : left.nodes()) {
            Node other = others.get(node.id());
            boolean fits = other != null
                    && (!sameType || other.layer().type().equals(node.layer().type()));
            if (fits && !pairs.containsKey(node.id()) && !taken.contains(node.id())) {
                pair(node.id(), node.id());
            }
        }
    }

    private void pair(NodeId before, NodeId after) {
        pairs.put(before, after);
        taken.add(after);
    }

    private record Candidate(NodeId before, NodeId after, int score, int distance, int place) {}

    /** What stands between the same nodes and is of the same kind is the same, round by round. */
    private void byNeighbours() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Candidate> candidates = candidates();
            candidates.sort(Comparator.comparingInt(Candidate::score)
                    .reversed()
                    .thenComparingInt(Candidate::distance)
                    .thenComparingInt(Candidate::place));
            boolean found = false;
            for (Candidate candidate : candidates) {
                if (!pairs.containsKey(candidate.before()) && !taken.contains(candidate.after())) {
                    pair(candidate.before(), candidate.after());
                    found = true;
                }
            }
            if (!found) {
                return;
            }
        }
    }

    private List<Candidate> candidates() {
        Map<NodeId, List<Edge>> edgesLeft = edges(left);
        Map<NodeId, Set<Edge>> edgesRight = new HashMap<>();
        edges(right).forEach((id, list) -> edgesRight.put(id, new HashSet<>(list)));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < left.nodes().size(); i++) {
            Node before = left.nodes().get(i);
            if (pairs.containsKey(before.id())) {
                continue;
            }
            for (int j = 0; j < right.nodes().size(); j++) {
                Node after = right.nodes().get(j);
                if (taken.contains(after.id())
                        || !before.layer().type().equals(after.layer().type())) {
                    continue;
                }
                int common = common(
                        before.id(),
                        after.id(),
                        edgesLeft.getOrDefault(before.id(), List.of()),
                        edgesRight.getOrDefault(after.id(), Set.of()));
                int score = common + (before.layer().equals(after.layer()) ? EQUAL_LAYERS : 0);
                if (common > 0) {
                    candidates.add(new Candidate(before.id(), after.id(), score, Math.abs(i - j), i + j));
                }
            }
        }
        return candidates;
    }

    /** Edges that both have to the same neighbours and ports. */
    private int common(NodeId before, NodeId after, List<Edge> ofBefore, Set<Edge> ofAfter) {
        int common = 0;
        for (Edge edge : ofBefore) {
            boolean out = edge.from().equals(before);
            NodeId neighbour = pairs.get(out ? edge.to() : edge.from());
            if (neighbour != null
                    && ofAfter.contains(
                            out ? new Edge(after, neighbour, edge.port()) : new Edge(neighbour, after, edge.port()))) {
                common++;
            }
        }
        return common;
    }

    private static Map<NodeId, List<Edge>> edges(ModelGraph graph) {
        Map<NodeId, List<Edge>> edges = new HashMap<>();
        for (Edge edge : graph.edges()) {
            edges.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
            edges.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
        }
        return edges;
    }
}
