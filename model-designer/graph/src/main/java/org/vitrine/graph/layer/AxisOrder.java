package org.vitrine.graph.layer;

/** How the axes of an image are put in another order; those of a sequence can only be reversed. */
public enum AxisOrder {
    REVERSED(2, 1, 0),
    CHANNELS_WIDTH_HEIGHT(0, 2, 1),
    HEIGHT_CHANNELS_WIDTH(1, 0, 2),
    HEIGHT_WIDTH_CHANNELS(1, 2, 0),
    WIDTH_CHANNELS_HEIGHT(2, 0, 1);

    private final int first;
    private final int second;
    private final int third;

    AxisOrder(int first, int second, int third) {
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /** For each axis of the new image the axis (0 channels, 1 height, 2 width) that it was. */
    public int[] imageAxes() {
        return new int[] {first, second, third};
    }
}
