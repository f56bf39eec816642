package org.vitrine.app.design.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/**
 * A graph as dots in the colours of their families and lines between them, on a grid of one unit from node to node. Lies on its
 * side: data flows from left to right.
 */
record GraphSketch(List<Dot> dots, List<Line> lines, double width, double height) {

    /** A layer; {@code repeat} is more than 1 for a block that stands several times. */
    record Dot(double x, double y, Family family, int repeat) {}

    /** From one dot to another, by their places in the list. */
    record Line(int from, int to) {}

    static GraphSketch of(GraphDocument document) {
        Map<NodeId, Integer> places = new HashMap<>();
        List<Dot> dots = new ArrayList<>();
        double left = least(document, false);
        double top = least(document, true);
        double width = 0;
        double height = 0;
        for (Node node : document.graph().nodes()) {
            Position position = document.layout().getOrDefault(node.id(), new Position(left, top));
            double x = (position.y() - top) / Spacing.DOWN;
            double y = (position.x() - left) / Spacing.ACROSS;
            width = Math.max(width, x);
            height = Math.max(height, y);
            places.put(node.id(), dots.size());
            dots.add(new Dot(x, y, node.layer().family(), repeat(node.layer())));
        }
        List<Line> lines = new ArrayList<>();
        for (Edge edge : document.graph().edges()) {
            Integer from = places.get(edge.from());
            Integer to = places.get(edge.to());
            if (from != null && to != null) {
                lines.add(new Line(from, to));
            }
        }
        return new GraphSketch(List.copyOf(dots), List.copyOf(lines), width, height);
    }

    private static int repeat(LayerSpec layer) {
        return layer instanceof Block block ? Math.max(2, block.repeat()) : 1;
    }

    private static double least(GraphDocument document, boolean down) {
        return document.graph().nodes().stream()
                .map(node -> document.layout().get(node.id()))
                .filter(java.util.Objects::nonNull)
                .mapToDouble(position -> down ? position.y() : position.x())
                .min()
                .orElse(0);
    }
}
