package org.vitrine.datasets.importing;

/** Hears how far an import is; called often and from any thread. */
@FunctionalInterface
public interface ImportProgress {
    /** For those who do not want to know. */
    ImportProgress NONE = (phase, done, total) -> {};

    /** What an import does, in this order. */
    enum Phase {
        LISTING,
        COMPARING,
        CONVERTING
    }

    /**
     * So far.
     *
     * @param total 0 if it is not known yet
     */
    void at(Phase phase, long done, long total);
}
