package org.vitrine.editor.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Finds places for new nodes that cover no other node. */
public final class Placement {
    private static final double STEP_Y = NodeMetrics.HEIGHT + NodeMetrics.GAP_Y;
    private static final double STEP_X = NodeMetrics.WIDTH + NodeMetrics.GAP_X;

    private Placement() {}

    /** The wanted place, or the nearest free one to its right. */
    public static Position freeNear(GraphDocument document, Position wanted) {
        Position place = NodeMetrics.snap(wanted);
        while (isCovered(document.layout().values(), place)) {
            place = place.plus(STEP_X, 0);
        }
        return place;
    }

    /** Below a node. */
    public static Position below(GraphDocument document, NodeId node) {
        Position start = document.layout().getOrDefault(node, new Position(0, 0));
        return freeNear(document, start.plus(0, STEP_Y));
    }

    /** Below the whole graph, or at the origin if there is none. */
    public static Position atEnd(GraphDocument document) {
        return document.layout().values().stream()
                .reduce((a, b) -> a.y() >= b.y() ? a : b)
                .map(last -> freeNear(document, last.plus(0, STEP_Y)))
                .orElse(new Position(0, 0));
    }

    /** The place of a node put on an edge, and the positions of those that make room for it. */
    public record OnEdge(Position position, Map<NodeId, Position> moved) {}

    /** Between the ends of an edge; everything from its target on moves down if there is no room. */
    public static OnEdge onEdge(GraphDocument document, Edge edge) {
        Position from = document.layout().getOrDefault(edge.from(), new Position(0, 0));
        Position to = document.layout().getOrDefault(edge.to(), from.plus(0, STEP_Y));
        boolean downwards = to.y() > from.y();
        Map<NodeId, Position> moved = new HashMap<>();
        double missing = from.y() + 2 * STEP_Y - to.y();
        if (downwards && missing > 0) {
            Set<NodeId> below = new HashSet<>(Connections.descendants(document.graph(), edge.to()));
            below.remove(edge.from());
            document.layout().forEach((id, place) -> {
                if (below.contains(id) && place.y() >= to.y()) {
                    moved.put(id, NodeMetrics.snap(place.plus(0, missing)));
                }
            });
        }
        Position wanted = downwards ? new Position(to.x(), from.y() + STEP_Y) : from.plus(STEP_X, 0);
        Map<NodeId, Position> layout = new HashMap<>(document.layout());
        layout.putAll(moved);
        return new OnEdge(freeNear(document.withGraph(document.graph(), layout), wanted), moved);
    }

    private static boolean isCovered(Collection<Position> taken, Position place) {
        return taken.stream()
                .anyMatch(other -> Math.abs(other.x() - place.x()) < NodeMetrics.WIDTH
                        && Math.abs(other.y() - place.y()) < NodeMetrics.HEIGHT);
    }
}
