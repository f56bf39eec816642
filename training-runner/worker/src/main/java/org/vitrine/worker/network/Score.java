package org.vitrine.worker.network;

/**
 * What a network scored on some examples; scores add up.
 *
 * @param loss summed over the examples
 * @param metric summed over the examples: 1 for each one that is right, or the mean squared error of its raw values
 */
public record Score(int examples, double loss, double metric) {
    public static final Score NONE = new Score(0, 0, 0);

    public Score plus(Score other) {
        return new Score(examples + other.examples, loss + other.loss, metric + other.metric);
    }

    /** Mean loss of an example. */
    public double meanLoss() {
        return loss / examples;
    }
}
