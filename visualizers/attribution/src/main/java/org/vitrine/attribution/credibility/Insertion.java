package org.vitrine.attribution.credibility;

import org.vitrine.attribution.Baselines;

/**
 * Puts the most important places back first (Petsiuk, Das, Saenko 2018): the answer should rise at once, and the area under its curve
 * be larger than with random orders. Images begin blurred, as in the paper, since bright pixels on an empty image make edges that
 * are not in the image; sequences and columns begin as the baseline.
 */
public final class Insertion extends Removal {
    public Insertion() {
        super("insertion");
    }

    @Override
    float[] before(Trial trial, Places places) {
        return places.isImage() ? Baselines.blurred(trial.input()) : trial.baseline();
    }

    @Override
    float[] after(Trial trial, Places places) {
        return trial.input().values();
    }

    @Override
    int sign() {
        return 1;
    }
}
