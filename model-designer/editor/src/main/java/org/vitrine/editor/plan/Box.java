package org.vitrine.editor.plan;

import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.graph.model.Position;

/** A rectangle in the graph's pixels. */
public record Box(double left, double top, double right, double bottom) {

    public static Box ofNode(Position position) {
        return new Box(position.x(), position.y(), position.x() + NodeMetrics.WIDTH, position.y() + NodeMetrics.HEIGHT);
    }

    public static Box around(double x, double y, double width, double height) {
        return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    /** The least box around both. */
    public Box around(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public Box grownBy(double margin) {
        return new Box(left - margin, top - margin, right + margin, bottom + margin);
    }

    public double centreX() {
        return (left + right) / 2;
    }

    public double centreY() {
        return (top + bottom) / 2;
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public boolean contains(double x, double y, double margin) {
        return x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;
    }

    public boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    public boolean overlapsRows(double from, double to) {
        return top < to && from < bottom;
    }
}
