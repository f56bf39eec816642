package org.vitrine.attribution;

/** Hears how far a method is. */
@FunctionalInterface
public interface Progress {

    /**
     * Called now and then.
     *
     * @param share that is done, 0 to 1
     * @throws java.util.concurrent.CancellationException to stop the method
     */
    void at(double share);
}
