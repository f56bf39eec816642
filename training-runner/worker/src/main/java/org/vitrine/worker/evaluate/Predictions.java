package org.vitrine.worker.evaluate;

/** Reads predictions. */
public final class Predictions {
    private Predictions() {}

    /** The index of the greatest value, the first of equals. */
    public static int best(float[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] > values[best]) {
                best = k;
            }
        }
        return best;
    }
}
