package org.vitrine.graph.model;

import org.vitrine.graph.layer.BlockInput;

/**
 * Where a block's layers stand when they take its place: moved by (dx, dy), so that their top left corner is the block's.
 *
 * @param height from one repetition to the next
 */
public record Extent(double dx, double dy, double height) {
    /** From the top of a node to the top of the next one below it, as new nodes are placed. */
    private static final double STEP = 112;

    /** Of a block at a path; where places are unknown, nothing is moved. */
    public static Extent of(GraphDocument document, NodeId path, Block block) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Node node : block.body().nodes()) {
            Position position = document.layout().get(node.id().in(path));
            if (position != null && !(node.layer() instanceof BlockInput)) {
                left = Math.min(left, position.x());
                top = Math.min(top, position.y());
                bottom = Math.max(bottom, position.y());
            }
        }
        Position corner = document.layout().get(path);
        if (corner == null || left == Double.POSITIVE_INFINITY) {
            return new Extent(0, 0, STEP);
        }
        return new Extent(corner.x() - left, corner.y() - top, bottom - top + STEP);
    }
}
