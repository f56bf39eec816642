package org.vitrine.graph.edit;

/** The space that a node takes on the canvas, in pixels at zoom 1; all on a grid of eight. */
public final class Spacing {
    public static final double NODE_WIDTH = 208;
    public static final double NODE_HEIGHT = 64;
    /** Between neighbours: room for an edge with its label. */
    public static final double GAP = 48;

    /** From the top of a node to the top of the next one below it. */
    public static final double DOWN = NODE_HEIGHT + GAP;
    /** From the left of a node to the left of its neighbour. */
    public static final double ACROSS = NODE_WIDTH + GAP;

    private Spacing() {}
}
