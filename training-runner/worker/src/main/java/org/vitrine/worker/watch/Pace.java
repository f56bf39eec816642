package org.vitrine.worker.watch;

/**
 * When to look again: not sooner than a shortest time, and the longer a run lasts the rarer, so that any run has some hundreds of
 * looks, not millions.
 */
final class Pace {
    private final double least;
    private final int looks;
    private double last = Double.NEGATIVE_INFINITY;

    /**
     * A pace.
     *
     * @param least seconds from look to look; 0 for always, infinite for never
     * @param looks that the time so far is divided into
     */
    Pace(double least, int looks) {
        this.least = least;
        this.looks = looks;
    }

    /** Whether it is time, after so many seconds of training. */
    boolean isDue(double seconds) {
        return least == 0 || (least < Double.POSITIVE_INFINITY && seconds - last >= Math.max(least, seconds / looks));
    }

    void looked(double seconds) {
        last = seconds;
    }
}
