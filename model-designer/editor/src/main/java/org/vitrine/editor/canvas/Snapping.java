package org.vitrine.editor.canvas;

import java.util.Collection;
import java.util.Optional;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.graph.model.Position;

/** Where a dragged node comes to rest: in line with another node if near, else on the grid. */
record Snapping(Position place, Optional<Double> column, Optional<Double> row) {
    private static final double REACH = 8;

    /** @param others the top left corners of the nodes that stand still */
    static Snapping of(Position wanted, Collection<Position> others) {
        Optional<Double> column =
                nearest(wanted.x(), others.stream().map(Position::x).toList());
        Optional<Double> row =
                nearest(wanted.y(), others.stream().map(Position::y).toList());
        return new Snapping(
                new Position(
                        column.orElseGet(() -> NodeMetrics.snap(wanted.x())),
                        row.orElseGet(() -> NodeMetrics.snap(wanted.y()))),
                column,
                row);
    }

    private static Optional<Double> nearest(double value, Collection<Double> lines) {
        return lines.stream()
                .filter(line -> Math.abs(line - value) <= REACH)
                .min((a, b) -> Double.compare(Math.abs(a - value), Math.abs(b - value)));
    }
}
