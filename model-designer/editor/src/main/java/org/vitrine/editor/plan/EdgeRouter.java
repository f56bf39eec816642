package org.vitrine.editor.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.plan.Route.Piece;
import org.vitrine.editor.plan.Route.Point;

/**
 * Leads edges from the bottom of a node to the top of another: straight on where nothing stands in the way, else through
 * a free vertical lane beside the nodes. Labels go where they cover neither nodes nor each other. Make a new one for
 * each drawing: it remembers the lanes and labels given out.
 */
final class EdgeRouter {
    private static final double BEND = 36;
    private static final double CLEAR = 6;
    private static final double LANE_STEP = 16;
    private static final double LABEL_HEIGHT = 18;
    private static final double[] LABEL_PLACES = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};

    private record Lane(double x, double from, double to) {}

    /** How often a row steps aside for others before it lies on one of them. */
    private static final int ROW_STEPS = 3;

    private static final double ROW_STEP = 5;
    /** Where rows run below an output and above an input: clear of the label between two neighbours, and of the arrow. */
    private static final double OUT = 8;

    private static final double IN = 13;

    private final List<Box> nodes;
    private final BoxGrid near = new BoxGrid();
    private final EdgeStyle style;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Lane> rows = new ArrayList<>();
    private final BoxGrid labels = new BoxGrid();

    EdgeRouter(Collection<Box> nodes, EdgeStyle style) {
        this.style = style;
        this.nodes =
                nodes.stream().sorted(Comparator.comparingDouble(Box::left)).toList();
        nodes.forEach(near::add);
    }

    Route route(Point start, Point end, double labelWidth) {
        Route direct = style == EdgeStyle.CURVED ? direct(start, end) : stepped(start, end);
        if (end.y() - start.y() >= BEND / 2 && isClear(direct)) {
            return labelled(direct, labelWidth);
        }
        return lane(start, end, labelWidth)
                .map(route -> labelled(route, labelWidth))
                .orElse(direct);
    }

    private static Route direct(Point start, Point end) {
        double pull = Math.max(24, Math.min(120, Math.abs(end.y() - start.y()) / 2));
        Piece piece = new Piece(start.x(), start.y() + pull, end.x(), end.y() - pull, end.x(), end.y());
        return new Route(start.x(), start.y(), List.of(piece), piece.at(start.x(), start.y(), 0.5));
    }

    /** Down, across just above the end, down; the row keeps off rows given out before. */
    private Route stepped(Point start, Point end) {
        if (Math.abs(start.x() - end.x()) < 0.5) {
            return Steps.through(List.of(start, end));
        }
        double y = freeRow(end.y() - IN, start.x(), end.x(), -1);
        return Steps.through(List.of(start, new Point(start.x(), y), new Point(end.x(), y), end));
    }

    /** A y near the wanted one where no other row runs between the two columns. */
    private double freeRow(double wanted, double fromX, double toX, int direction) {
        double low = Math.min(fromX, toX);
        double high = Math.max(fromX, toX);
        double y = wanted;
        for (int i = 0; i < ROW_STEPS && isRow(y, low, high); i++) {
            y += direction * ROW_STEP;
        }
        rows.add(new Lane(y, low, high));
        return y;
    }

    private boolean isRow(double y, double low, double high) {
        for (Lane row : rows) {
            if (Math.abs(row.x() - y) < ROW_STEP && row.from() < high && low < row.to()) {
                return true;
            }
        }
        return false;
    }

    private Route steppedThrough(Point start, Point end, double x) {
        double out = freeRow(start.y() + OUT, start.x(), x, 1);
        double in = freeRow(end.y() - IN, x, end.x(), -1);
        return Steps.through(List.of(
                start, new Point(start.x(), out), new Point(x, out), new Point(x, in), new Point(end.x(), in), end));
    }

    private Optional<Route> lane(Point start, Point end, double labelWidth) {
        boolean down = end.y() - start.y() >= 2 * BEND;
        double from = down ? start.y() + BEND : start.y();
        double to = down ? end.y() - BEND : end.y();
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        double margin = labelWidth / 2 + 8;
        return freeColumns(low, high, margin).stream()
                .min(Comparator.comparingDouble(x -> length(x, start, end)))
                .map(x -> free(new Lane(x, low, high), x >= (start.x() + end.x()) / 2))
                .map(x -> style == EdgeStyle.CURVED
                        ? through(start, end, x, from, to, down)
                        : steppedThrough(start, end, x));
    }

    /** Main paths enter at the first port, which is the left one: the others leave the left side to them. */
    private static double length(double x, Point start, Point end) {
        return Math.abs(x - start.x()) + Math.abs(x - end.x()) + (x < end.x() ? NodeMetrics.GRID : 0);
    }

    /** The rims of the free space between two rows: left and right of each heap of nodes. */
    private List<Double> freeColumns(double low, double high, double margin) {
        List<Box> heaps = new ArrayList<>();
        for (Box box : nodes) {
            if (!box.overlapsRows(low - 8, high + 8)) {
                continue;
            }
            Box last = heaps.isEmpty() ? null : heaps.get(heaps.size() - 1);
            if (last != null && box.left() - margin < last.right() + margin) {
                heaps.set(heaps.size() - 1, new Box(last.left(), low, Math.max(last.right(), box.right()), high));
            } else {
                heaps.add(box);
            }
        }
        List<Double> columns = new ArrayList<>();
        for (Box heap : heaps) {
            columns.add(heap.left() - margin);
            columns.add(heap.right() + margin);
        }
        return columns;
    }

    /** The lane's x, moved outwards past lanes given out before. */
    private double free(Lane wanted, boolean rightwards) {
        double[] taken = lanes.stream()
                .filter(lane -> lane.from() < wanted.to() + BEND && wanted.from() < lane.to() + BEND)
                .mapToDouble(Lane::x)
                .toArray();
        double x = wanted.x();
        while (isNear(x, taken)) {
            x += rightwards ? LANE_STEP : -LANE_STEP;
        }
        lanes.add(new Lane(x, wanted.from(), wanted.to()));
        return x;
    }

    private static boolean isNear(double x, double[] taken) {
        for (double other : taken) {
            if (Math.abs(other - x) < LANE_STEP) {
                return true;
            }
        }
        return false;
    }

    private static Route through(Point start, Point end, double x, double from, double to, boolean down) {
        Piece out = down
                ? new Piece(start.x(), start.y() + 14, x, start.y() + 2, x, from)
                : new Piece(start.x(), start.y() + BEND, x, start.y() + BEND, x, from);
        Piece in = down
                ? new Piece(x, end.y() - 2, end.x(), end.y() - 18, end.x(), end.y())
                : new Piece(x, end.y() - BEND, end.x(), end.y() - BEND, end.x(), end.y());
        return new Route(
                start.x(), start.y(), List.of(out, Piece.line(x, from, x, to), in), new Point(x, (from + to) / 2));
    }

    private boolean isClear(Route route) {
        double high = route.last().y();
        double x = route.startX();
        double y = route.startY();
        for (Piece piece : route.pieces()) {
            for (int i = 1; i <= 16; i++) {
                Point point = piece.at(x, y, i / 16.0);
                // The ends touch their own nodes.
                boolean inside = point.y() > route.startY() + 10 && point.y() < high - 10;
                if (inside && near.contains(point.x(), point.y(), CLEAR)) {
                    return false;
                }
            }
            x = piece.x();
            y = piece.y();
        }
        return true;
    }

    private Route labelled(Route route, double width) {
        int longest = route.pieces().size() / 2;
        Piece piece = route.pieces().get(longest);
        Piece before = longest == 0 ? null : route.pieces().get(longest - 1);
        double fromX = before == null ? route.startX() : before.x();
        double fromY = before == null ? route.startY() : before.y();
        Function<Double, Point> at = t -> piece.at(fromX, fromY, t);
        Point best = at.apply(0.5);
        for (double t : LABEL_PLACES) {
            Point point = at.apply(t);
            Box box = Box.around(point.x(), point.y(), width, LABEL_HEIGHT);
            if (!near.overlaps(box) && !labels.overlaps(box)) {
                best = point;
                break;
            }
        }
        labels.add(Box.around(best.x(), best.y(), width, LABEL_HEIGHT));
        return new Route(route.startX(), route.startY(), route.pieces(), best);
    }
}
