package org.vitrine.editor.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Says of a wished-for edge whether it can be, and if not, why. */
public final class Connections {

    /** How good an edge would be. */
    public enum Kind {
        /** It can be made, and the shapes fit as far as they are known. */
        FITS,
        /** It can be made, but the shapes do not fit yet: the analysis will explain and offer fixes. */
        CLASHES,
        /** It can not be made. */
        FORBIDDEN
    }

    /** The verdict; {@code reason} is empty if it fits. */
    public record Verdict(Kind kind, String reason) {
        private static final Verdict FITS = new Verdict(Kind.FITS, "");
    }

    private Connections() {}

    public static Verdict check(GraphState state, Optional<DataSpec> data, Edge edge) {
        ModelGraph graph = state.document().graph();
        LayerSpec target = graph.layer(edge.to());
        if (edge.from().equals(edge.to())) {
            return forbidden("connect.self");
        }
        if (graph.layer(edge.from()).family() == Family.OUTPUT) {
            return forbidden("connect.fromOutput", edge.from());
        }
        if (target.ports().max() == 0) {
            return forbidden("connect.noInput", edge.to());
        }
        if (edge.port() < 0 || edge.port() >= target.ports().max()) {
            return forbidden("connect.noPort", edge.to(), target.ports().max());
        }
        if (graph.edges().contains(edge)) {
            return forbidden("connect.already");
        }
        if (descendants(graph, edge.to()).contains(edge.from())) {
            return forbidden("connect.cycle", edge.to(), edge.from());
        }
        return shapes(state.analysis(), graph, data, edge, target);
    }

    private static Verdict shapes(
            GraphAnalysis analysis, ModelGraph graph, Optional<DataSpec> data, Edge edge, LayerSpec target) {
        Optional<Shape> arriving = analysis.output(edge.from());
        if (arriving.isEmpty() || data.isEmpty()) {
            return Verdict.FITS;
        }
        TreeMap<Integer, Shape> inputs = new TreeMap<>();
        graph.inputsOf(edge.to())
                .forEach(other -> analysis.output(other.from()).ifPresent(shape -> inputs.put(other.port(), shape)));
        inputs.put(edge.port(), arriving.get());
        try {
            target.infer(new ArrayList<>(inputs.values()), data.get());
            return Verdict.FITS;
        } catch (ShapeException clash) {
            return new Verdict(Kind.CLASHES, clash.what() + " (" + clash.numbers() + ")");
        }
    }

    /** The nodes that can be reached from {@code start} along edges, itself included. */
    public static Set<NodeId> descendants(ModelGraph graph, NodeId start) {
        Set<NodeId> seen = new HashSet<>(Set.of(start));
        Deque<NodeId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            NodeId next = open.remove();
            for (Edge edge : graph.edges()) {
                if (edge.from().equals(next) && seen.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return seen;
    }

    /** The first input port of a node without an edge. */
    public static Optional<Integer> freePort(ModelGraph graph, NodeId id) {
        Set<Integer> used = new HashSet<>();
        graph.inputsOf(id).forEach(edge -> used.add(edge.port()));
        for (int port = 0; port < graph.layer(id).ports().max(); port++) {
            if (!used.contains(port)) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    /** Every edge from {@code from} to a shown port that is not forbidden. */
    public static List<Edge> possibleFrom(GraphState state, Optional<DataSpec> data, NodeId from) {
        ModelGraph graph = state.document().graph();
        List<Edge> possible = new ArrayList<>();
        for (Node node : graph.nodes()) {
            int ports = NodeMetrics.inputPorts(graph, node.id(), node.layer());
            for (int port = 0; port < ports; port++) {
                Edge edge = new Edge(from, node.id(), port);
                if (check(state, data, edge).kind() != Kind.FORBIDDEN) {
                    possible.add(edge);
                }
            }
        }
        return possible;
    }

    private static Verdict forbidden(String key, Object... arguments) {
        return new Verdict(Kind.FORBIDDEN, Texts.text(key, arguments));
    }
}
