package org.vitrine.datasets.read;

import org.vitrine.datasets.DatasetException;

/** Lets long loads end early when their thread is interrupted. */
public final class Cancellation {
    private Cancellation() {}

    /**
     * Does nothing unless the thread is interrupted.
     *
     * @throws DatasetException if it is; the flag stays set
     */
    public static void check(String what) throws DatasetException {
        if (Thread.currentThread().isInterrupted()) {
            throw new DatasetException("Loading " + what + " was cancelled.");
        }
    }
}
