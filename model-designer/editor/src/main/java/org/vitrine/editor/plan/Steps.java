package org.vitrine.editor.plan;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.editor.plan.Route.Piece;
import org.vitrine.editor.plan.Route.Point;

/** Makes ways of straight lines with rounded corners. */
final class Steps {
    private static final double RADIUS = 8;
    /** Where a cubic's control points stand to come close to a quarter of a circle. */
    private static final double CIRCLE = 0.5523;

    private Steps() {}

    /** The way from corner to corner; corners that lie on a line are left out. */
    static Route through(List<Point> corners) {
        List<Point> turns = turns(corners);
        Point start = turns.get(0);
        List<Piece> pieces = new ArrayList<>();
        Point last = start;
        for (int i = 1; i + 1 < turns.size(); i++) {
            Point corner = turns.get(i);
            Point next = turns.get(i + 1);
            double radius = Math.min(RADIUS, Math.min(distance(turns.get(i - 1), corner), distance(corner, next)) / 2);
            Point in = towards(corner, turns.get(i - 1), radius);
            Point out = towards(corner, next, radius);
            pieces.add(Piece.line(last.x(), last.y(), in.x(), in.y()));
            Point first = towards(corner, in, radius * (1 - CIRCLE));
            Point second = towards(corner, out, radius * (1 - CIRCLE));
            pieces.add(new Piece(first.x(), first.y(), second.x(), second.y(), out.x(), out.y()));
            last = out;
        }
        Point end = turns.get(turns.size() - 1);
        pieces.add(Piece.line(last.x(), last.y(), end.x(), end.y()));
        return new Route(start.x(), start.y(), pieces, start);
    }

    private static List<Point> turns(List<Point> corners) {
        List<Point> turns = new ArrayList<>();
        for (Point corner : corners) {
            int count = turns.size();
            if (count > 0 && distance(turns.get(count - 1), corner) < 0.5) {
                continue;
            }
            if (count > 1 && onLine(turns.get(count - 2), turns.get(count - 1), corner)) {
                turns.remove(count - 1);
            }
            turns.add(corner);
        }
        return turns;
    }

    private static boolean onLine(Point a, Point b, Point c) {
        return Math.abs((b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x())) < 0.5;
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static Point towards(Point from, Point to, double length) {
        double distance = distance(from, to);
        double share = distance == 0 ? 0 : length / distance;
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }
}
