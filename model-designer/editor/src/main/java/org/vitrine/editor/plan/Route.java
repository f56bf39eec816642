package org.vitrine.editor.plan;

import java.util.List;

/**
 * The way of an edge: cubic pieces from (startX, startY) on, and where its label stands.
 *
 * @param label the middle of the label
 */
public record Route(double startX, double startY, List<Piece> pieces, Point label) {
    public Route {
        pieces = List.copyOf(pieces);
    }

    /** A point. */
    public record Point(double x, double y) {}

    /** A cubic curve from the end of the piece before. */
    public record Piece(double c1x, double c1y, double c2x, double c2y, double x, double y) {

        public static Piece line(double fromX, double fromY, double x, double y) {
            return new Piece(fromX, fromY, x, y, x, y);
        }

        public Point at(double fromX, double fromY, double t) {
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double c = 3 * s * t * t;
            double d = t * t * t;
            return new Point(a * fromX + b * c1x + c * c2x + d * x, a * fromY + b * c1y + c * c2y + d * y);
        }
    }

    public Piece last() {
        return pieces.get(pieces.size() - 1);
    }
}
