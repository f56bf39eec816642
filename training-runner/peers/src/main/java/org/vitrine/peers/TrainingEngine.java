package org.vitrine.peers;

/** A reference network in one engine, with batches in memory. */
public interface TrainingEngine extends AutoCloseable {

    /** Trains on one of the batches. Returns the mean loss before the step. */
    double step(int batch);

    @Override
    void close();
}
