package org.vitrine.worker.train;

/**
 * Tells when steps have stopped to get cheaper, as they do while Java compiles itself. Goes by processor time, which a busy
 * machine hardly changes.
 */
final class Settling {
    /** A group of steps counts as cheaper than those before if it is by more than this. */
    private static final double GAIN = 0.05;
    /** So many groups in a row that gain nothing. */
    private static final int CALM = 3;

    private final double least;
    private final double group;
    private double total;
    private double current;
    private int steps;
    private double best = Double.POSITIVE_INFINITY;
    private int calm;

    /**
     * @param least seconds of processor time before anything counts as settled
     * @param group seconds of processor time of a group of steps
     */
    Settling(double least, double group) {
        this.least = least;
        this.group = group;
    }

    void add(double processorSeconds) {
        total += processorSeconds;
        current += processorSeconds;
        steps++;
        if (current < group) {
            return;
        }
        double mean = current / steps;
        calm = mean < best * (1 - GAIN) ? 0 : calm + 1;
        best = Math.min(best, mean);
        current = 0;
        steps = 0;
    }

    boolean isSettled() {
        return total >= least && calm >= CALM;
    }
}
