package org.vitrine.editor.canvas;

import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.graph.model.Position;

/** A rectangle in the graph's pixels. */
record Box(double left, double top, double right, double bottom) {

    static Box ofNode(Position position) {
        return new Box(position.x(), position.y(), position.x() + NodeMetrics.WIDTH, position.y() + NodeMetrics.HEIGHT);
    }

    static Box around(double x, double y, double width, double height) {
        return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    boolean contains(double x, double y, double margin) {
        return x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;
    }

    boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean overlapsRows(double from, double to) {
        return top < to && from < bottom;
    }
}
