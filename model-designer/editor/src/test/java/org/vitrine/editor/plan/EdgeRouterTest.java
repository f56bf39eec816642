package org.vitrine.editor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.plan.Route.Piece;
import org.vitrine.editor.plan.Route.Point;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.model.Position;

class EdgeRouterTest {
    private static final double LABEL = 80;

    /** A column of nodes one below the other. */
    private static List<Box> column(int count) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(Box.ofNode(new Position(0, i * Spacing.DOWN)));
        }
        return boxes;
    }

    private static Point below(Box box) {
        return new Point((box.left() + box.right()) / 2, box.bottom() + NodeMetrics.PORT_RADIUS);
    }

    private static Point above(Box box) {
        return new Point((box.left() + box.right()) / 2, box.top() - NodeMetrics.PORT_RADIUS);
    }

    /** Points along the whole way. */
    private static List<Point> points(Route route) {
        List<Point> points = new ArrayList<>();
        double x = route.startX();
        double y = route.startY();
        for (Piece piece : route.pieces()) {
            for (int i = 0; i <= 20; i++) {
                points.add(piece.at(x, y, i / 20.0));
            }
            x = piece.x();
            y = piece.y();
        }
        return points;
    }

    @Test
    void neighboursAreJoinedStraight() {
        List<Box> boxes = column(2);

        Route route = new EdgeRouter(boxes, EdgeStyle.CURVED).route(below(boxes.get(0)), above(boxes.get(1)), LABEL);

        assertThat(route.pieces()).hasSize(1);
        assertThat(points(route)).allMatch(point -> Math.abs(point.x() - NodeMetrics.WIDTH / 2) < 1e-9);
    }

    @Property(tries = 100)
    void aWayPastOthersCutsThroughNoneAndItsLabelCoversNone(
            @ForAll @IntRange(min = 0, max = 5) int from, @ForAll @IntRange(min = 0, max = 5) int to) {
        List<Box> boxes = column(6);

        Route route =
                new EdgeRouter(boxes, EdgeStyle.CURVED).route(below(boxes.get(from)), above(boxes.get(to)), LABEL);

        for (Box box : boxes) {
            assertThat(points(route)).noneMatch(point -> box.contains(point.x(), point.y(), 0));
            assertThat(box.overlaps(Box.around(route.label().x(), route.label().y(), LABEL, 16)))
                    .isFalse();
        }
        assertThat(route.last().x()).isEqualTo(above(boxes.get(to)).x());
        assertThat(route.last().y()).isEqualTo(above(boxes.get(to)).y());
    }

    @Test
    void waysThatPassTheSamePlaceKeepApart() {
        List<Box> boxes = column(5);
        EdgeRouter router = new EdgeRouter(boxes, EdgeStyle.CURVED);

        Route first = router.route(below(boxes.get(0)), above(boxes.get(3)), LABEL);
        Route second = router.route(below(boxes.get(0)), above(boxes.get(4)), LABEL);

        assertThat(Math.abs(first.pieces().get(1).x() - second.pieces().get(1).x()))
                .isGreaterThanOrEqualTo(16);
        assertThat(first.label()).isNotEqualTo(second.label());
    }

    @Test
    void orthogonalWaysRunAlongRowsAndColumnsAndPastNodes() {
        List<Box> boxes = new ArrayList<>(column(4));
        boxes.add(Box.ofNode(new Position(400, 3 * Spacing.DOWN)));
        EdgeRouter router = new EdgeRouter(boxes, EdgeStyle.ORTHOGONAL);

        for (int to : new int[] {1, 3, 4}) {
            Route route = router.route(below(boxes.get(0)), above(boxes.get(to)), LABEL);
            double x = route.startX();
            double y = route.startY();
            for (Piece piece : route.pieces()) {
                boolean corner = Math.abs(piece.x() - x) < 9 && Math.abs(piece.y() - y) < 9;
                assertThat(corner || Math.abs(piece.x() - x) < 1e-6 || Math.abs(piece.y() - y) < 1e-6)
                        .isTrue();
                x = piece.x();
                y = piece.y();
            }
            assertThat(new Point(x, y)).isEqualTo(above(boxes.get(to)));
            for (Point point : points(route)) {
                assertThat(boxes).noneMatch(box -> box.contains(point.x(), point.y(), -1));
            }
        }
    }
}
