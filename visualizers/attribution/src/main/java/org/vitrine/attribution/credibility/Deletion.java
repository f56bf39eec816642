package org.vitrine.attribution.credibility;

/**
 * Takes away the most important places first (Petsiuk, Das, Saenko 2018): the answer should fall at once, and the area under its
 * curve be smaller than with random orders. Places become what they are in the baseline.
 */
public final class Deletion extends Removal {
    public Deletion() {
        super("deletion");
    }

    @Override
    float[] before(Trial trial, Places places) {
        return trial.input().values();
    }

    @Override
    float[] after(Trial trial, Places places) {
        return trial.baseline();
    }

    @Override
    int sign() {
        return -1;
    }
}
