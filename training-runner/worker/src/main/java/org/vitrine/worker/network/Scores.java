package org.vitrine.worker.network;

import org.vitrine.attribution.credibility.Readout;

/** Scores of an example, read off the outputs of the network, that can be shown and explained. */
public interface Scores {

    /** Outputs of the network for one example. */
    int outputs();

    /** Turns the outputs of one example into class probabilities, one for each class, or into raw values. */
    float[] predictions(double[] outputs);

    /** Scores of an explanation from the outputs of one example: one for each class or value. */
    double[] logits(double[] outputs);

    /** Gradient of one of the {@link #logits} at the outputs. */
    double[] logitGradient(int target);

    /** What a person would watch of the {@link #logits}. */
    Readout readout();

    /** The index of the greatest value, the first of equals. */
    static int best(float[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] > values[best]) {
                best = k;
            }
        }
        return best;
    }
}
