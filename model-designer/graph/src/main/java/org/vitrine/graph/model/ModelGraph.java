package org.vitrine.graph.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Metric;

/**
 * An immutable graph of layers. It may be wrong (cycles, open ports): the analysis says so. It is never broken: names are
 * unique, edges join existing nodes, and a port has one edge at most.
 */
public record ModelGraph(List<Node> nodes, List<Edge> edges) {
    public static final ModelGraph EMPTY = new ModelGraph(List.of(), List.of());

    public ModelGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        Set<NodeId> ids = new HashSet<>();
        for (Node node : nodes) {
            if (!ids.add(node.id())) {
                throw new IllegalArgumentException("Two nodes are named '" + node.id() + "'");
            }
        }
        Set<Map.Entry<NodeId, Integer>> ports = new HashSet<>();
        for (Edge edge : edges) {
            if (!ids.contains(edge.from()) || !ids.contains(edge.to())) {
                throw new IllegalArgumentException(
                        "The edge " + edge.from() + " -> " + edge.to() + " has a missing end");
            }
            if (!ports.add(Map.entry(edge.to(), edge.port()))) {
                throw new IllegalArgumentException("Two edges enter port " + edge.port() + " of '" + edge.to() + "'");
            }
        }
    }

    public Optional<Node> node(NodeId id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** The layer of a node that is known to exist. */
    public LayerSpec layer(NodeId id) {
        return node(id).orElseThrow(() -> new IllegalArgumentException("No node '" + id + "'"))
                .layer();
    }

    /** A node of this graph or, by its path, of a block in it. */
    public Optional<Node> find(NodeId path) {
        Optional<Node> here = node(path);
        if (here.isPresent() || !path.isPath()) {
            return here;
        }
        return node(path.head())
                .filter(node -> node.layer() instanceof Block)
                .flatMap(node -> ((Block) node.layer()).body().find(path.from(node.id())));
    }

    /** The names of all nodes, and the paths of those inside of blocks. */
    public Set<NodeId> paths() {
        Set<NodeId> paths = new HashSet<>();
        for (Node node : nodes) {
            paths.add(node.id());
            if (node.layer() instanceof Block block) {
                block.body().paths().forEach(path -> paths.add(path.in(node.id())));
            }
        }
        return paths;
    }

    public boolean hasBlocks() {
        return nodes.stream().anyMatch(node -> node.layer() instanceof Block);
    }

    /** Edges that enter a node, in port order. */
    public List<Edge> inputsOf(NodeId id) {
        return edges.stream()
                .filter(edge -> edge.to().equals(id))
                .sorted(Comparator.comparingInt(Edge::port))
                .toList();
    }

    /** Edges that leave a node. */
    public List<Edge> outputsOf(NodeId id) {
        return edges.stream().filter(edge -> edge.from().equals(id)).toList();
    }

    /**
     * Nodes ordered so that each comes after its inputs; nodes on a cycle, or behind one, are left out. Ties keep the
     * order of {@link #nodes()}.
     */
    public List<Node> topologicalOrder() {
        Map<NodeId, Node> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        Map<NodeId, List<NodeId>> behind = new HashMap<>();
        Map<NodeId, Integer> waiting = new HashMap<>();
        for (Edge edge : edges) {
            behind.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge.to());
            waiting.merge(edge.to(), 1, Integer::sum);
        }
        Deque<NodeId> ready = new ArrayDeque<>(byId.keySet());
        ready.removeIf(waiting::containsKey);
        List<Node> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            NodeId next = ready.remove();
            order.add(Objects.requireNonNull(byId.get(next)));
            for (NodeId target : behind.getOrDefault(next, List.of())) {
                if (waiting.merge(target, -1, Integer::sum) == 0) {
                    ready.add(target);
                }
            }
        }
        return List.copyOf(order);
    }

    /** {@link #topologicalOrder()} of the nodes that an output depends on: the others have no gradient. */
    public List<Node> neededOrder() {
        Set<NodeId> needed = new HashSet<>();
        Deque<NodeId> open = new ArrayDeque<>();
        nodes.stream().filter(node -> node.layer().family() == Family.OUTPUT).forEach(node -> open.add(node.id()));
        while (!open.isEmpty()) {
            NodeId next = open.remove();
            if (needed.add(next)) {
                inputsOf(next).forEach(edge -> open.add(edge.from()));
            }
        }
        return topologicalOrder().stream()
                .filter(node -> needed.contains(node.id()))
                .toList();
    }

    /** What models of this graph are judged by; empty if it has no output head. */
    public Optional<Metric> metric() {
        return nodes.stream().flatMap(node -> node.layer().metric().stream()).findFirst();
    }
}
