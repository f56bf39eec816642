package org.vitrine.datasets.catalogue.images;

import org.vitrine.datasets.random.Draw;

/**
 * What differs from picture to picture of one person: all that a face recogniser has to look through.
 *
 * @param yaw how far the head is turned to the side, in radians; what stands out from the face moves further
 * @param roll how far the head is tilted, in radians
 * @param x y where the middle of the head is, in pixels
 * @param scale pixels of half a head
 * @param open how far the eyes are open, 0 in a blink
 * @param smile the mouth's curve, negative when sad
 * @param gape how far the mouth is open
 * @param brows how far the brows are raised
 * @param light brightness in the middle, and what is added from left to right and from top to bottom
 * @param tint factors of red, green and blue
 * @param background two colours, and the direction from one to the other
 */
record Moment(
        double yaw,
        double roll,
        double x,
        double y,
        double scale,
        double open,
        double smile,
        double gape,
        double brows,
        double[] light,
        double[] tint,
        double[][] background,
        double[] shirt) {

    /** @param difficulty strength of all of it, 0 for passport pictures, 1 for everyday life */
    static Moment of(double difficulty, Draw draw) {
        double middle = FacePainter.SIDE / 2.0;
        double warmth = difficulty * draw.uniform(-0.1, 0.1);
        return new Moment(
                difficulty * draw.uniform(-0.65, 0.65),
                difficulty * 0.14 * draw.gaussian(),
                middle + difficulty * draw.uniform(-2.5, 2.5),
                middle + 1 + difficulty * draw.uniform(-2, 2),
                18 * (1 + difficulty * draw.uniform(-0.09, 0.09)),
                draw.uniform() < 0.12 * difficulty ? 0.1 : 1 + difficulty * draw.uniform(-0.25, 0.1),
                difficulty * draw.uniform(-0.5, 1),
                draw.uniform() < 0.25 * difficulty ? draw.uniform(0.2, 1) : 0,
                difficulty * draw.uniform(-0.05, 0.07),
                new double[] {
                    1 - difficulty * draw.uniform(-0.1, 0.4),
                    difficulty * draw.uniform(-0.45, 0.45),
                    difficulty * draw.uniform(-0.25, 0.15)
                },
                new double[] {1 + warmth, 1, 1 - warmth},
                new double[][] {color(draw), color(draw), {draw.uniform(-1, 1), draw.uniform(-1, 1)}},
                color(draw));
    }

    private static double[] color(Draw draw) {
        return new double[] {draw.uniform(), draw.uniform(), draw.uniform()};
    }
}
