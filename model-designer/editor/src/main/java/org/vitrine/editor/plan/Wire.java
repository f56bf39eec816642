package org.vitrine.editor.plan;

import org.vitrine.editor.plan.Route.Piece;
import org.vitrine.editor.plan.Route.Point;
import org.vitrine.graph.model.Edge;

/**
 * An edge on its way.
 *
 * @param label the shape that it carries
 * @param area the least rectangle around its way and its label
 */
public record Wire(Edge edge, Route route, String label, Box area) {
    private static final double CHARACTER = 6.4;
    private static final double LABEL_HEIGHT = 16;
    private static final int SAMPLES = 12;

    static Wire of(Edge edge, Route route, String label) {
        double left = route.startX();
        double right = left;
        double top = route.startY();
        double bottom = top;
        for (Piece piece : route.pieces()) {
            left = Math.min(left, Math.min(piece.x(), Math.min(piece.c1x(), piece.c2x())));
            right = Math.max(right, Math.max(piece.x(), Math.max(piece.c1x(), piece.c2x())));
            top = Math.min(top, Math.min(piece.y(), Math.min(piece.c1y(), piece.c2y())));
            bottom = Math.max(bottom, Math.max(piece.y(), Math.max(piece.c1y(), piece.c2y())));
        }
        double half = labelWidth(label) / 2;
        return new Wire(
                edge,
                route,
                label,
                new Box(
                        Math.min(left, route.label().x() - half),
                        top,
                        Math.max(right, route.label().x() + half),
                        bottom));
    }

    /** The width that a label takes, known before any text is laid out. */
    public static double labelWidth(String text) {
        return text.length() * CHARACTER + 12;
    }

    public Box labelBox() {
        return Box.around(route.label().x(), route.label().y(), labelWidth(label), LABEL_HEIGHT);
    }

    /** Whether a point lies on the line, within {@code reach}. */
    boolean passes(double x, double y, double reach) {
        if (!area.contains(x, y, reach)) {
            return false;
        }
        double fromX = route.startX();
        double fromY = route.startY();
        for (Piece piece : route.pieces()) {
            double lastX = fromX;
            double lastY = fromY;
            for (int i = 1; i <= SAMPLES; i++) {
                Point next = piece.at(fromX, fromY, i / (double) SAMPLES);
                if (distance(x, y, lastX, lastY, next.x(), next.y()) <= reach) {
                    return true;
                }
                lastX = next.x();
                lastY = next.y();
            }
            fromX = piece.x();
            fromY = piece.y();
        }
        return false;
    }

    /** From a point to a piece of a line. */
    private static double distance(double x, double y, double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length));
        return Math.hypot(fromX + share * dx - x, fromY + share * dy - y);
    }
}
