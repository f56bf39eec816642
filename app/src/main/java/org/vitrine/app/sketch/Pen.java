package org.vitrine.app.sketch;

/**
 * What a stroke is drawn with.
 *
 * @param width of the line, in pixels of the picture
 * @param rgb 0xRRGGBB; of a grey picture each part is the same
 */
public record Pen(double width, int rgb) {
    /** Of MNIST's digits, as a share of their picture's side. */
    private static final double SHARE = 2.3 / 28;

    /** The width that suits a picture of this side. */
    public static double usualWidth(int side) {
        return Math.max(1, SHARE * side);
    }

    /** A grey, 0 to 1. */
    public static int grey(double level) {
        int part = (int) Math.round(255 * Math.max(0, Math.min(1, level)));
        return part << 16 | part << 8 | part;
    }
}
