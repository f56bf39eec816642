package org.vitrine.drawing;

/**
 * How lines are drawn.
 *
 * @param dash length of a dash and of the gap behind it; 0 draws them whole
 */
public record Pen(double width, double dash) {
    public static Pen of(double width) {
        return new Pen(width, 0);
    }

    public static Pen dashed(double width, double dash) {
        return new Pen(width, dash);
    }
}
