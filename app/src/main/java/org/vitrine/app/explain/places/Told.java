package org.vitrine.app.explain.places;

import org.vitrine.datasets.Tensor;

/**
 * What a model says at each place of an example.
 *
 * @param values probabilities of classes, or values: [places, scores]; NaN at padding
 * @param surest the place that is explained if nobody chooses one
 */
public record Told(Tensor values, int surest) {

    public int count() {
        return values.shape()[0];
    }

    /** Whether a place is no padding. */
    public boolean isReal(int place) {
        return !Float.isNaN(values.values()[place * values.shape()[1]]);
    }

    /** What is said at a place. */
    public float[] at(int place) {
        return values.row(place).values();
    }

    /** The index of the greatest score at a place. */
    public int best(int place) {
        int scores = values.shape()[1];
        int best = 0;
        for (int k = 1; k < scores; k++) {
            if (values.values()[place * scores + k] > values.values()[place * scores + best]) {
                best = k;
            }
        }
        return best;
    }

    /** The greatest score at a place. */
    public float greatest(int place) {
        return values.values()[place * values.shape()[1] + best(place)];
    }
}
