package org.vitrine.drawing;

/**
 * A line of text.
 *
 * @param y its base line
 * @param argb its colour
 * @param upwards whether it is turned to run from the foot to the head, around (x, y)
 */
public record Words(
        String text, double x, double y, Anchor anchor, double size, boolean bold, int argb, boolean upwards) {

    /** Text that runs from left to right. */
    public Words(String text, double x, double y, Anchor anchor, double size, boolean bold, int argb) {
        this(text, x, y, anchor, size, bold, argb, false);
    }
}
