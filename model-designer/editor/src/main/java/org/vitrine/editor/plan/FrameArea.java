package org.vitrine.editor.plan;

import java.util.Optional;
import org.vitrine.graph.model.Frame;

/** Where a frame stands: around its nodes, with room for its title above them. */
public final class FrameArea {
    /** Height of the title. */
    public static final double TITLE = 28;

    private static final double MARGIN = 24;

    private FrameArea() {}

    /** The whole frame in the graph's pixels; empty if none of its nodes is on this canvas. */
    public static Optional<Box> of(Frame frame, Plan plan) {
        return frame.members().stream()
                .flatMap(id -> plan.spot(id).stream())
                .map(Spot::box)
                .reduce(Box::around)
                .map(box -> box.grownBy(MARGIN))
                .map(box -> new Box(box.left(), box.top() - TITLE, box.right(), box.bottom()));
    }
}
