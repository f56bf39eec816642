package org.vitrine.editor.model;

import java.util.Collection;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Finds places for new nodes that cover no other node. */
public final class Placement {
    private Placement() {}

    /** The wanted place, or the nearest free one to its right. */
    public static Position freeNear(GraphDocument document, Position wanted) {
        Position place = NodeMetrics.snap(wanted);
        while (isCovered(document.positions(), place)) {
            place = place.plus(Spacing.ACROSS, 0);
        }
        return place;
    }

    /** Below a node. */
    public static Position below(GraphDocument document, NodeId node) {
        Position start = document.layout().getOrDefault(node, new Position(0, 0));
        return freeNear(document, start.plus(0, Spacing.DOWN));
    }

    /** Below the whole graph, or at the origin if there is none. */
    public static Position atEnd(GraphDocument document) {
        return document.positions().stream()
                .reduce((a, b) -> a.y() >= b.y() ? a : b)
                .map(last -> freeNear(document, last.plus(0, Spacing.DOWN)))
                .orElse(new Position(0, 0));
    }

    private static boolean isCovered(Collection<Position> taken, Position place) {
        return taken.stream()
                .anyMatch(other -> Math.abs(other.x() - place.x()) < NodeMetrics.WIDTH
                        && Math.abs(other.y() - place.y()) < NodeMetrics.HEIGHT);
    }
}
