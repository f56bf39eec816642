package org.vitrine.graph.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** A graph with its edges at hand by node, for walks in linear time. */
final class GraphIndex {
    private final Map<NodeId, LayerSpec> layers = new LinkedHashMap<>();
    private final Map<NodeId, List<Edge>> inputs = new HashMap<>();
    private final Map<NodeId, List<Edge>> outputs = new HashMap<>();
    private final List<NodeId> order;

    GraphIndex(ModelGraph graph) {
        for (Node node : graph.nodes()) {
            layers.put(node.id(), node.layer());
            inputs.put(node.id(), new ArrayList<>(2));
            outputs.put(node.id(), new ArrayList<>(2));
        }
        for (Edge edge : graph.edges()) {
            edgesOf(inputs, edge.to()).add(edge);
            edgesOf(outputs, edge.from()).add(edge);
        }
        inputs.values().forEach(edges -> edges.sort(Comparator.comparingInt(Edge::port)));
        order = graph.topologicalOrder().stream().map(Node::id).toList();
    }

    Set<NodeId> nodes() {
        return layers.keySet();
    }

    LayerSpec layer(NodeId id) {
        LayerSpec layer = layers.get(id);
        if (layer == null) {
            throw new IllegalArgumentException("No node '" + id + "'");
        }
        return layer;
    }

    /** Edges that enter a node, in port order. */
    List<Edge> inputs(NodeId id) {
        return edgesOf(inputs, id);
    }

    List<Edge> outputs(NodeId id) {
        return edgesOf(outputs, id);
    }

    /** Nodes after their inputs; those on a cycle or behind one are left out. */
    List<NodeId> order() {
        return order;
    }

    /** Whether a node brings values in: the graph's input, or in the body of a block one of its inputs. */
    boolean isInput(NodeId id) {
        return layer(id) instanceof Input || layer(id) instanceof BlockInput;
    }

    boolean isHead(NodeId id) {
        return layer(id).family() == Family.OUTPUT;
    }

    List<NodeId> inputNodes() {
        return nodes().stream().filter(this::isInput).toList();
    }

    List<NodeId> heads() {
        return nodes().stream().filter(this::isHead).toList();
    }

    /** Nodes that could feed another one but feed none. */
    List<NodeId> looseEnds() {
        return nodes().stream()
                .filter(id -> !isHead(id) && outputs(id).isEmpty())
                .toList();
    }

    /** Whether a node can be taken out and its neighbours joined. */
    boolean canBypass(NodeId id) {
        List<Edge> entering = inputs(id);
        return entering.size() == 1 && !entering.get(0).from().equals(id);
    }

    /** The nodes and everything behind them. */
    Set<NodeId> forward(Collection<NodeId> start) {
        Set<NodeId> seen = new LinkedHashSet<>(start);
        Deque<NodeId> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (Edge edge : outputs(open.remove())) {
                if (seen.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return seen;
    }

    /** A node and everything before it that feeds nothing else; inputs and other heads stay out. */
    Set<NodeId> branchEndingAt(NodeId end) {
        Set<NodeId> branch = new LinkedHashSet<>(List.of(end));
        Deque<NodeId> open = new ArrayDeque<>(branch);
        while (!open.isEmpty()) {
            for (Edge edge : inputs(open.remove())) {
                NodeId source = edge.from();
                boolean onlyHere = outputs(source).stream().allMatch(out -> branch.contains(out.to()));
                if (onlyHere && !isInput(source) && !isHead(source) && branch.add(source)) {
                    open.add(source);
                }
            }
        }
        return branch;
    }

    /** Input ports that a node has or needs and that no edge enters. */
    List<Integer> openPorts(NodeId id) {
        List<Edge> entering = inputs(id);
        int top = layer(id).ports().min();
        for (Edge edge : entering) {
            if (edge.port() < layer(id).ports().max()) {
                top = Math.max(top, edge.port() + 1);
            }
        }
        List<Integer> open = new ArrayList<>(0);
        for (int port = 0; port < top; port++) {
            int wanted = port;
            if (entering.stream().noneMatch(edge -> edge.port() == wanted)) {
                open.add(port);
            }
        }
        return open;
    }

    private static List<Edge> edgesOf(Map<NodeId, List<Edge>> edges, NodeId id) {
        List<Edge> found = edges.get(id);
        if (found == null) {
            throw new IllegalArgumentException("No node '" + id + "'");
        }
        return found;
    }
}
