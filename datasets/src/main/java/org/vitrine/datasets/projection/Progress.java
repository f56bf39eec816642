package org.vitrine.datasets.projection;

/** Hears how far a long computation is, and may end it. */
@FunctionalInterface
public interface Progress {
    /** Goes on to the end. */
    Progress NONE = share -> true;

    /**
     * Hears of it.
     *
     * @param share of the work that is done, 0 to 1
     * @return whether to go on; else the computation ends with a {@link java.util.concurrent.CancellationException}
     */
    boolean reached(double share);

    /** Tells, and ends the computation if that is wished. */
    default void tell(double share) {
        if (!reached(share)) {
            throw new java.util.concurrent.CancellationException("The projection was given up");
        }
    }

    /** The progress of a part of the work. */
    default Progress part(double from, double to) {
        return share -> reached(from + share * (to - from));
    }
}
