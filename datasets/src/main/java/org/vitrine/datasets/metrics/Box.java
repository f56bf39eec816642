package org.vitrine.datasets.metrics;

/**
 * A box of one class in an image; lengths are shares of the image's width and height.
 *
 * @param type class index
 * @param x of the centre, from the left
 * @param y of the centre, from the top
 * @param confidence 1 for true boxes
 */
public record Box(int type, double x, double y, double width, double height, double confidence) {

    /** Area in both as a share of the area in any: 1 for equal boxes, 0 for boxes apart. */
    public double overlap(Box other) {
        double across = shared(x, width, other.x, other.width);
        double down = shared(y, height, other.y, other.height);
        double both = across * down;
        double any = width * height + other.width * other.height - both;
        return any <= 0 ? 0 : both / any;
    }

    private static double shared(double centre, double length, double otherCentre, double otherLength) {
        double start = Math.max(centre - length / 2, otherCentre - otherLength / 2);
        double end = Math.min(centre + length / 2, otherCentre + otherLength / 2);
        return Math.max(0, end - start);
    }
}
