package org.vitrine.datasets.catalogue.images;

import org.vitrine.datasets.random.Draw;

/**
 * What stays the same in all pictures of a person: twenty numbers. Lengths are in halves of a typical head's height, from the
 * middle of the head down and to the right.
 *
 * @param jaw how much the face narrows towards the chin
 * @param skin from light, 0, to dark, 1
 */
record Person(
        double width,
        double height,
        double jaw,
        double ears,
        double eyeGap,
        double eyeLine,
        double eyeSize,
        double eyeColor,
        double browGap,
        double browThickness,
        double browTilt,
        double noseLength,
        double noseWidth,
        double mouthLine,
        double mouthWidth,
        double lips,
        double skin,
        Hair hair,
        Glasses glasses,
        Beard beard) {

    /**
     * How the hair is cut.
     *
     * @param hairline height of the edge between forehead and hair
     */
    record Hair(Cut cut, double color, double hairline, double parting) {}

    /** Cuts of hair. */
    enum Cut {
        BALD,
        SHORT,
        FRINGE,
        LONG,
        CURLY,
        SIDE
    }

    /** What is worn before the eyes. */
    enum Glasses {
        NONE,
        ROUND,
        SQUARE
    }

    /** What grows below the nose. */
    enum Beard {
        NONE,
        STUBBLE,
        MOUSTACHE,
        FULL
    }

    static Person of(Draw draw) {
        return new Person(
                draw.uniform(0.64, 0.82),
                draw.uniform(0.92, 1.06),
                draw.uniform(0.05, 0.34),
                draw.uniform(0.1, 0.2),
                draw.uniform(0.26, 0.37),
                draw.uniform(-0.2, 0),
                draw.uniform(0.08, 0.14),
                draw.uniform(),
                draw.uniform(0.16, 0.28),
                draw.uniform(0.03, 0.09),
                draw.uniform(-0.25, 0.25),
                draw.uniform(0.22, 0.4),
                draw.uniform(0.07, 0.16),
                draw.uniform(0.46, 0.62),
                draw.uniform(0.17, 0.34),
                draw.uniform(0.04, 0.1),
                draw.uniform(0, 0.85),
                new Hair(
                        Cut.values()[draw.below(Cut.values().length)],
                        draw.uniform(),
                        draw.uniform(-0.62, -0.45),
                        draw.uniform(-0.5, 0.5)),
                glasses(draw.uniform()),
                beard(draw.uniform()));
    }

    private static Glasses glasses(double chance) {
        return chance < 0.6 ? Glasses.NONE : chance < 0.8 ? Glasses.ROUND : Glasses.SQUARE;
    }

    private static Beard beard(double chance) {
        return chance < 0.6 ? Beard.NONE : chance < 0.73 ? Beard.STUBBLE : chance < 0.86 ? Beard.MOUSTACHE : Beard.FULL;
    }
}
