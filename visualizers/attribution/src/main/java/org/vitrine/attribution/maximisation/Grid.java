package org.vitrine.attribution.maximisation;

/**
 * How an input's values are neighbours: in each channel, along rows and columns. A sequence has one row, a table has one place.
 * Values are [channels, rows, columns] row by row.
 */
public record Grid(int channels, int rows, int columns) {

    /**
     * The neighbours of an input of this shape.
     *
     * @param shape [channels, height, width], [features, time] or [features]
     */
    public static Grid of(int[] shape) {
        return switch (shape.length) {
            case 1 -> new Grid(shape[0], 1, 1);
            case 2 -> new Grid(shape[0], 1, shape[1]);
            case 3 -> new Grid(shape[0], shape[1], shape[2]);
            default -> throw new IllegalArgumentException("An input has 1 to 3 axes, not " + shape.length);
        };
    }

    /** How many values a channel has. */
    public int plane() {
        return rows * columns;
    }

    public int size() {
        return channels * plane();
    }

    /** Whether values have neighbours. */
    public boolean hasNeighbours() {
        return plane() > 1;
    }
}
