package org.vitrine.worker.network;

import org.vitrine.datasets.Batch;

/** Sees what a network made of a batch. */
@FunctionalInterface
public interface OutputTaker {

    /**
     * Takes the next batch.
     *
     * @param outputs of the network, example by example
     */
    void take(double[] outputs, Batch batch);
}
