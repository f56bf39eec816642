package org.vitrine.worker.network;

/**
 * What a network scored on some examples; scores add up.
 *
 * @param weight number of things that were scored: examples, or their steps
 * @param loss summed over them
 * @param metric summed over them: 1 for each one that is right, or the mean squared error of its raw values
 */
public record Score(int examples, double weight, double loss, double metric) {
    public static final Score NONE = new Score(0, 0, 0, 0);

    /** Of examples that are scored as a whole. */
    public Score(int examples, double loss, double metric) {
        this(examples, examples, loss, metric);
    }

    public Score plus(Score other) {
        return new Score(examples + other.examples, weight + other.weight, loss + other.loss, metric + other.metric);
    }

    /** The same with more loss, summed over the examples. */
    public Score plusLoss(double sum) {
        return sum == 0 ? this : new Score(examples, weight, loss + sum, metric);
    }

    /** The same with a penalty added to the mean loss. */
    public Score plusPenalty(double penalty) {
        return new Score(examples, weight, loss + penalty * weight, metric);
    }

    /** Mean loss; 0 if nothing was scored. */
    public double meanLoss() {
        return mean(loss);
    }

    /** Mean metric; 0 if nothing was scored. */
    public double meanMetric() {
        return mean(metric);
    }

    private double mean(double sum) {
        // A batch may hold no target at all: then there is no loss.
        return weight == 0 && examples > 0 ? 0 : sum / weight;
    }
}
