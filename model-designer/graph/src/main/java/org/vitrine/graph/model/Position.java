package org.vitrine.graph.model;

/** Where a node's top left corner stands on the canvas, in pixels at zoom 1. */
public record Position(double x, double y) {
    public Position {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("A position needs finite numbers, not (" + x + ", " + y + ")");
        }
    }

    public Position plus(double dx, double dy) {
        return new Position(x + dx, y + dy);
    }
}
