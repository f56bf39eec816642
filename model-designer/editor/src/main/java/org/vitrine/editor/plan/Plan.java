package org.vitrine.editor.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.shape.Shape;

/** A graph with every node in its place and every edge on its way. Immutable; what moves gives the next plan. */
public final class Plan {
    public static final Plan EMPTY = new Plan(Map.of(), Map.of(), EdgeStyle.CURVED);

    private final Map<NodeId, Spot> spots;
    private final Map<Edge, Wire> wires;
    private final EdgeStyle style;

    private Plan(Map<NodeId, Spot> spots, Map<Edge, Wire> wires, EdgeStyle style) {
        this.spots = spots;
        this.wires = wires;
        this.style = style;
    }

    /** Nodes without a position stand at the origin. */
    public static Plan of(GraphState state, EdgeStyle style) {
        return EMPTY.next(state, style);
    }

    /** The plan of another state; ways are found anew only if a node, an edge or a label has changed. */
    public Plan next(GraphState state, EdgeStyle newStyle) {
        Map<NodeId, Spot> places = spots(state.document());
        Map<Edge, String> labels = new LinkedHashMap<>();
        for (Edge edge : state.document().graph().edges()) {
            labels.put(
                    edge, state.analysis().output(edge.from()).map(Shape::text).orElse("?"));
        }
        return new Plan(
                places, isRoutedAs(places, labels, newStyle) ? wires : route(places, labels, newStyle), newStyle);
    }

    private static Map<NodeId, Spot> spots(GraphDocument document) {
        Map<NodeId, Integer> used = new HashMap<>();
        for (Edge edge : document.graph().edges()) {
            used.merge(edge.to(), edge.port() + 1, Math::max);
        }
        Map<NodeId, Spot> spots = new LinkedHashMap<>();
        for (Node node : document.graph().nodes()) {
            Position position = document.layout().getOrDefault(node.id(), new Position(0, 0));
            int inputs = NodeMetrics.inputPorts(node.layer(), used.getOrDefault(node.id(), 0));
            spots.put(node.id(), new Spot(node, position, inputs));
        }
        return spots;
    }

    private boolean isRoutedAs(Map<NodeId, Spot> places, Map<Edge, String> labels, EdgeStyle newStyle) {
        if (newStyle != style || places.size() != spots.size() || labels.size() != wires.size()) {
            return false;
        }
        for (Spot spot : places.values()) {
            Spot old = spots.get(spot.id());
            if (old == null || !old.position().equals(spot.position()) || old.inputs() != spot.inputs()) {
                return false;
            }
        }
        return labels.entrySet().stream().allMatch(entry -> {
            Wire old = wires.get(entry.getKey());
            return old != null && old.label().equals(entry.getValue());
        });
    }

    private static Map<Edge, Wire> route(Map<NodeId, Spot> places, Map<Edge, String> labels, EdgeStyle style) {
        EdgeRouter router = router(places, style);
        Map<Edge, Wire> wires = new LinkedHashMap<>();
        labels.forEach((edge, label) -> wires.put(edge, wire(router, places, edge, label)));
        return wires;
    }

    private static EdgeRouter router(Map<NodeId, Spot> places, EdgeStyle style) {
        return new EdgeRouter(places.values().stream().map(Spot::box).toList(), style);
    }

    private static Wire wire(EdgeRouter router, Map<NodeId, Spot> places, Edge edge, String label) {
        Route route = router.route(
                at(places, edge.from()).output(), at(places, edge.to()).input(edge.port()), Wire.labelWidth(label));
        return Wire.of(edge, route, label);
    }

    /** The plan with nodes elsewhere, as while they are dragged: only their own edges find new ways. */
    public Plan moved(Map<NodeId, Position> places) {
        Map<NodeId, Spot> moved = new LinkedHashMap<>(spots);
        places.forEach(
                (id, place) -> moved.computeIfPresent(id, (key, spot) -> new Spot(spot.node(), place, spot.inputs())));
        EdgeRouter router = router(moved, style);
        Map<Edge, Wire> routed = new LinkedHashMap<>(wires);
        routed.replaceAll((edge, wire) -> places.containsKey(edge.from()) || places.containsKey(edge.to())
                ? wire(router, moved, edge, wire.label())
                : wire);
        return new Plan(moved, routed, style);
    }

    public Collection<Spot> spots() {
        return Collections.unmodifiableCollection(spots.values());
    }

    public Collection<Wire> wires() {
        return Collections.unmodifiableCollection(wires.values());
    }

    public Optional<Spot> spot(NodeId id) {
        return Optional.ofNullable(spots.get(id));
    }

    /** The place of a node that is known to exist. */
    public Spot at(NodeId id) {
        return at(spots, id);
    }

    private static Spot at(Map<NodeId, Spot> spots, NodeId id) {
        Spot spot = spots.get(id);
        if (spot == null) {
            throw new IllegalArgumentException("No node '" + id + "' in this plan");
        }
        return spot;
    }

    /** The input ports of a node that an edge enters. */
    public Set<Integer> connectedInputs(NodeId id) {
        Set<Integer> ports = new HashSet<>();
        for (Edge edge : wires.keySet()) {
            if (edge.to().equals(id)) {
                ports.add(edge.port());
            }
        }
        return ports;
    }

    /** Whether an edge leaves a node. */
    public boolean hasOutputEdge(NodeId id) {
        for (Edge edge : wires.keySet()) {
            if (edge.from().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** The node drawn last of those at a point, or within {@code reach} of it. */
    public Optional<Spot> nodeAt(double x, double y, double reach) {
        List<Spot> hit = spots.values().stream()
                .filter(spot -> spot.box().contains(x, y, reach))
                .toList();
        return hit.isEmpty() ? Optional.empty() : Optional.of(hit.get(hit.size() - 1));
    }

    /** An edge whose line or label lies at a point. */
    public Optional<Edge> edgeAt(double x, double y, double reach) {
        return wires.values().stream()
                .filter(wire -> wire.labelBox().contains(x, y, 0) || wire.passes(x, y, reach))
                .map(Wire::edge)
                .findFirst();
    }

    /** The least box around all nodes; empty if there are none. */
    public Optional<Box> area() {
        return area(spots.keySet());
    }

    /** The least box around some nodes. */
    public Optional<Box> area(Collection<NodeId> ids) {
        List<Box> boxes = new ArrayList<>();
        ids.forEach(id -> spot(id).map(Spot::box).ifPresent(boxes::add));
        return boxes.stream().reduce(Box::around);
    }
}
