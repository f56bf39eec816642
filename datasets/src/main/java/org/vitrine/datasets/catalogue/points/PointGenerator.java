package org.vitrine.datasets.catalogue.points;

import org.vitrine.datasets.Options;
import org.vitrine.datasets.random.Draw;

/** Draws one noiseless point of a class. */
@FunctionalInterface
interface PointGenerator {

    /** Returns x and y. */
    double[] point(int label, Draw draw, Options options);
}
