package org.vitrine.editor.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Ways to put some nodes in line. All nodes are of one size, so their corners stand for them. */
public enum Arrangement {
    LEFT,
    CENTRE,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM,
    /** Even gaps from left to right, between the outermost two. */
    EVEN_ACROSS,
    /** Even gaps from top to bottom, between the outermost two. */
    EVEN_DOWN;

    /** How many nodes it takes before anything can change. */
    public int least() {
        return this == EVEN_ACROSS || this == EVEN_DOWN ? 3 : 2;
    }

    /** The new places; on the grid, but for even gaps, which would not be even there. */
    Map<NodeId, Position> of(Map<NodeId, Position> places) {
        return switch (this) {
            case LEFT -> column(places, all(places, true).min().orElse(0));
            case CENTRE ->
                column(places, NodeMetrics.snap(all(places, true).average().orElse(0)));
            case RIGHT -> column(places, all(places, true).max().orElse(0));
            case TOP -> row(places, all(places, false).min().orElse(0));
            case MIDDLE ->
                row(places, NodeMetrics.snap(all(places, false).average().orElse(0)));
            case BOTTOM -> row(places, all(places, false).max().orElse(0));
            case EVEN_ACROSS -> even(places, true);
            case EVEN_DOWN -> even(places, false);
        };
    }

    private static DoubleStream all(Map<NodeId, Position> places, boolean across) {
        return places.values().stream().mapToDouble(place -> across ? place.x() : place.y());
    }

    private static Map<NodeId, Position> column(Map<NodeId, Position> places, double x) {
        Map<NodeId, Position> moved = new HashMap<>(places);
        moved.replaceAll((id, place) -> new Position(x, place.y()));
        return moved;
    }

    private static Map<NodeId, Position> row(Map<NodeId, Position> places, double y) {
        Map<NodeId, Position> moved = new HashMap<>(places);
        moved.replaceAll((id, place) -> new Position(place.x(), y));
        return moved;
    }

    private static Map<NodeId, Position> even(Map<NodeId, Position> places, boolean across) {
        List<Map.Entry<NodeId, Position>> order = new ArrayList<>(places.entrySet());
        order.sort(Comparator.comparingDouble((Map.Entry<NodeId, Position> entry) ->
                        across ? entry.getValue().x() : entry.getValue().y())
                .thenComparing(Map.Entry::getKey));
        double first = all(places, across).min().orElse(0);
        double step = (all(places, across).max().orElse(0) - first) / Math.max(1, order.size() - 1);
        Map<NodeId, Position> moved = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            Position old = order.get(i).getValue();
            double at = first + i * step;
            moved.put(order.get(i).getKey(), across ? new Position(at, old.y()) : new Position(old.x(), at));
        }
        return moved;
    }
}
