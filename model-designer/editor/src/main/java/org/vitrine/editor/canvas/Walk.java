package org.vitrine.editor.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Walking from node to node with the keyboard: down and up along edges, left and right to neighbours, Tab in order. */
final class Walk {
    private final Supplier<GraphDocument> document;
    private final Supplier<Set<NodeId>> chosen;

    /** @param chosen the nodes from one of which one walks */
    Walk(Supplier<GraphDocument> document, Supplier<Set<NodeId>> chosen) {
        this.document = document;
        this.chosen = chosen;
    }

    /** All nodes, each after its inputs; those on a cycle at the end. */
    private List<NodeId> order() {
        List<NodeId> order = new ArrayList<>(
                document.get().graph().topologicalOrder().stream().map(Node::id).toList());
        document.get().graph().nodes().stream()
                .map(Node::id)
                .filter(id -> !order.contains(id))
                .forEach(order::add);
        return order;
    }

    Optional<NodeId> first() {
        return order().stream().findFirst();
    }

    Optional<NodeId> last() {
        List<NodeId> order = order();
        return order.isEmpty() ? Optional.empty() : Optional.of(order.get(order.size() - 1));
    }

    /** The next or, for -1, the previous node; empty beyond the ends, where the focus leaves the canvas. */
    Optional<NodeId> next(int direction) {
        List<NodeId> order = order();
        Optional<NodeId> now = current();
        if (now.isEmpty()) {
            return direction > 0 ? first() : last();
        }
        int index = order.indexOf(now.get()) + direction;
        return index >= 0 && index < order.size() ? Optional.of(order.get(index)) : Optional.empty();
    }

    private Optional<NodeId> current() {
        return order().stream().filter(chosen.get()::contains).findFirst();
    }

    /** Where an arrow key leads. */
    Optional<NodeId> towards(KeyCode arrow) {
        Optional<NodeId> now = current();
        if (now.isEmpty()) {
            return first();
        }
        List<Edge> edges = document.get().graph().edges();
        Stream<NodeId> along =
                switch (arrow) {
                    case DOWN ->
                        edges.stream()
                                .filter(edge -> edge.from().equals(now.get()))
                                .map(Edge::to);
                    case UP ->
                        edges.stream()
                                .filter(edge -> edge.to().equals(now.get()))
                                .sorted(Comparator.comparingInt(Edge::port))
                                .map(Edge::from);
                    default -> Stream.empty();
                };
        return along.findFirst().or(() -> nearest(now.get(), arrow));
    }

    /** The nearest node in the direction of the arrow; distance across it counts double. */
    private Optional<NodeId> nearest(NodeId from, KeyCode arrow) {
        GraphDocument shown = document.get();
        Position start = place(shown, from);
        return shown.graph().nodes().stream()
                .map(Node::id)
                .filter(id -> ahead(start, place(shown, id), arrow) > 0)
                .min(Comparator.comparingDouble(id -> {
                    Position place = place(shown, id);
                    double across = arrow == KeyCode.LEFT || arrow == KeyCode.RIGHT
                            ? place.y() - start.y()
                            : place.x() - start.x();
                    return ahead(start, place, arrow) + 2 * Math.abs(across);
                }));
    }

    private static double ahead(Position start, Position place, KeyCode arrow) {
        return switch (arrow) {
            case LEFT -> start.x() - place.x();
            case RIGHT -> place.x() - start.x();
            case UP -> start.y() - place.y();
            default -> place.y() - start.y();
        };
    }

    private static Position place(GraphDocument document, NodeId id) {
        return document.layout().getOrDefault(id, new Position(0, 0));
    }
}
