package org.vitrine.worker.watch;

import java.util.OptionalDouble;

/**
 * How much longer steps take because something was looked at just before or within them: memory that is no longer in the caches,
 * garbage, other threads that still work for the look. The steps that come some time after any look tell what is usual.
 */
final class Aftermath {
    /** Steps that a look may still slow down. */
    private static final int BEHIND = 3;
    /** Usual steps that must have been seen before any is compared with them. */
    private static final int ENOUGH = 8;
    /** Usual steps that the mean goes back to: what else the machine does changes. */
    private static final int REMEMBERED = 64;

    private int sinceLook = BEHIND;
    private int seen;
    private double usual;

    /**
     * Takes in a step.
     *
     * @param seconds that it took without what was looked at within it
     * @param looked whether something was looked at within it or since the one before
     * @return seconds that a step behind a look took longer than usual, less than 0 if it was quicker; empty for the others
     */
    OptionalDouble stepped(double seconds, boolean looked) {
        sinceLook = looked ? 1 : Math.min(BEHIND + 1, sinceLook + 1);
        if (sinceLook > BEHIND) {
            seen++;
            // A step in which the machine did something else for long says little.
            double now = seen < ENOUGH ? seconds : Math.min(seconds, 2 * usual);
            usual += (now - usual) / Math.min(seen, REMEMBERED);
            return OptionalDouble.empty();
        }
        return seen < ENOUGH ? OptionalDouble.empty() : OptionalDouble.of(Math.min(seconds, 2 * usual) - usual);
    }
}
