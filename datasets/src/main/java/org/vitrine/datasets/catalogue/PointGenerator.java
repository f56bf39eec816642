package org.vitrine.datasets.catalogue;

import org.vitrine.datasets.prepare.Draw;

/** Draws one noiseless point of a class. */
@FunctionalInterface
interface PointGenerator {

    /** Returns x and y. */
    double[] point(int label, Draw draw, Options options);
}
