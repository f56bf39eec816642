package org.vitrine.graph.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.parameter.Parameters;

/** Common changes that are made of several edits and are one step of undo. */
public final class Edits {
    private Edits() {}

    /**
     * Puts a new node on an edge, midway between its ends; where the gap is too small, what lies behind makes room.
     *
     * @throws IllegalArgumentException if the edge is not in the graph or the layer takes no input
     */
    public static EditList insertOn(GraphDocument document, Edge edge, LayerSpec layer) {
        if (!document.graph().edges().contains(edge)) {
            throw new IllegalArgumentException("No edge " + edge.from() + " -> " + edge.to());
        }
        requireInput(layer);
        NodeId id = FreeNames.forLayer(layer, document.graph());
        List<GraphEdit> edits = new ArrayList<>();
        Position position = between(document, edge, edits);
        edits.add(new AddNode(new Node(id, layer), position));
        edits.add(new Connect(new Edge(edge.from(), id, 0)));
        edits.add(new Connect(new Edge(id, edge.to(), edge.port())));
        return new EditList("InsertOnEdge", edits);
    }

    /**
     * Puts a new node behind another one: it takes over all its outgoing edges.
     *
     * @throws IllegalArgumentException if there is no such node or the layer takes no input
     */
    public static EditList insertAfter(GraphDocument document, NodeId from, LayerSpec layer) {
        document.graph().layer(from);
        requireInput(layer);
        NodeId id = FreeNames.forLayer(layer, document.graph());
        Position start = document.layout().getOrDefault(from, new Position(0, 0));
        Position below = start.plus(0, Spacing.DOWN);
        List<Edge> outgoing = document.graph().outputsOf(from);
        List<GraphEdit> edits = new ArrayList<>();
        if (isCovered(document.positions(), below)) {
            Set<NodeId> behind =
                    behind(document, outgoing.stream().map(Edge::to).toList());
            behind.remove(from);
            edits.add(shift(document, behind, 0, Spacing.DOWN));
        }
        edits.add(new AddNode(new Node(id, layer), free(moved(document, edits), below)));
        edits.add(new Connect(new Edge(from, id, 0)));
        for (Edge edge : outgoing) {
            edits.add(new Connect(new Edge(id, edge.to(), edge.port())));
        }
        return new EditList("InsertOnEdge", edits);
    }

    /**
     * Takes a node with one connected input out and joins the edge before it to the edges behind it.
     *
     * @throws IllegalArgumentException if the node has not exactly one connected input, or feeds itself
     */
    public static EditList bypass(GraphDocument document, NodeId id) {
        document.graph().layer(id);
        List<Edge> incoming = document.graph().inputsOf(id);
        if (incoming.size() != 1 || incoming.get(0).from().equals(id)) {
            throw new IllegalArgumentException("'" + id + "' needs one input from another node to be bypassed");
        }
        List<GraphEdit> edits = new ArrayList<>();
        edits.add(new RemoveParts(Set.of(id), Set.of()));
        for (Edge edge : document.graph().outputsOf(id)) {
            edits.add(new Connect(new Edge(incoming.get(0).from(), edge.to(), edge.port())));
        }
        return new EditList("BypassNode", edits);
    }

    /**
     * Puts a layer of another kind in the place of a node's; it takes over the parameters that both kinds have, and edges
     * to ports that it does not have go.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public static EditList replace(GraphDocument document, NodeId id, LayerSpec layer) {
        LayerSpec kept = Parameters.keeping(document.graph().layer(id), layer);
        Set<Edge> surplus = document.graph().inputsOf(id).stream()
                .filter(edge -> edge.port() >= kept.ports().max())
                .collect(Collectors.toSet());
        return new EditList("ReplaceKind", List.of(new ReplaceLayer(id, kept), new RemoveParts(Set.of(), surplus)));
    }

    /** The same for several nodes. */
    public static EditList replaceAll(GraphDocument document, List<NodeId> ids, LayerSpec layer) {
        return new EditList(
                "ReplaceKind",
                ids.stream().map(id -> (GraphEdit) replace(document, id, layer)).toList());
    }

    private static void requireInput(LayerSpec layer) {
        if (layer.ports().max() == 0) {
            throw new IllegalArgumentException(layer.type() + " takes no input, so it can not stand behind a node");
        }
    }

    private static Position between(GraphDocument document, Edge edge, List<GraphEdit> edits) {
        Position from = document.layout().get(edge.from());
        Position to = document.layout().get(edge.to());
        if (from == null || to == null) {
            Position known = from == null ? to : from;
            return known == null ? new Position(0, 0) : known.plus(0, from == null ? -Spacing.DOWN : Spacing.DOWN);
        }
        double across = to.x() - from.x();
        double down = to.y() - from.y();
        boolean roomAcross = Math.abs(across) >= 2 * Spacing.NODE_WIDTH;
        boolean roomDown = Math.abs(down) >= 2 * Spacing.NODE_HEIGHT;
        if (!roomAcross && !roomDown) {
            boolean sideways = Math.abs(across) > Math.abs(down);
            double missingAcross = sideways && across > 0 ? 2 * Spacing.ACROSS - across : 0;
            double missingDown = !sideways && down > 0 ? 2 * Spacing.DOWN - down : 0;
            Set<NodeId> behind = behind(document, List.of(edge.to()));
            behind.remove(edge.from());
            edits.add(shift(document, behind, missingAcross, missingDown));
            across += missingAcross;
            down += missingDown;
        }
        return free(moved(document, edits), from.plus(across / 2, down / 2));
    }

    /** The nodes and everything that they lead to. */
    static Set<NodeId> behind(GraphDocument document, List<NodeId> start) {
        Set<NodeId> found = new LinkedHashSet<>(start);
        Deque<NodeId> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (Edge edge : document.graph().outputsOf(open.remove())) {
                if (found.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return found;
    }

    private static MoveNodes shift(GraphDocument document, Set<NodeId> chosen, double across, double down) {
        Map<NodeId, Position> moved = new HashMap<>();
        document.layout().forEach((id, position) -> {
            if (chosen.contains(id)) {
                moved.put(id, position.plus(across, down));
            }
        });
        return new MoveNodes(moved);
    }

    private static Collection<Position> moved(GraphDocument document, List<GraphEdit> edits) {
        return new EditList("MoveNodes", edits).apply(document).positions();
    }

    /** The wanted place, or the nearest one to its right that covers no other node. */
    private static Position free(Collection<Position> taken, Position wanted) {
        Position place = wanted;
        while (isCovered(taken, place)) {
            place = place.plus(Spacing.ACROSS, 0);
        }
        return place;
    }

    private static boolean isCovered(Collection<Position> taken, Position place) {
        return taken.stream()
                .anyMatch(other -> Math.abs(other.x() - place.x()) < Spacing.NODE_WIDTH
                        && Math.abs(other.y() - place.y()) < Spacing.NODE_HEIGHT);
    }
}
