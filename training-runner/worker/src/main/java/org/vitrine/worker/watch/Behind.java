package org.vitrine.worker.watch;

/**
 * What the steps behind looks of a kind take longer than usual, in the mean. Single steps vary far more than that, and on a busy
 * machine threads that waited for a look come first after it: what counts is a standard error below the mean.
 */
final class Behind {
    /** Steps that the mean goes back to. */
    private static final int REMEMBERED = 512;
    /** Standard errors below the mean. */
    private static final double CERTAIN = 1;

    private long steps;
    private double mean;
    private double variance;

    /**
     * Takes in a step that took so much longer than usual.
     *
     * @return what such a step is charged, in seconds
     */
    double take(double longer) {
        steps++;
        double weight = 1.0 / Math.min(steps, REMEMBERED);
        double off = longer - mean;
        mean += weight * off;
        variance = (1 - weight) * (variance + weight * off * off);
        double error = Math.sqrt(variance * weight);
        return steps < 2 ? 0 : Math.max(0, mean - CERTAIN * error);
    }
}
