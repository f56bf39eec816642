package org.vitrine.worker.network;

import org.vitrine.datasets.Batch;

/** A metric that belongs to a part of the data as a whole, since no sum over its examples gives it. */
public interface WholeMetric {

    /** Takes the network's outputs for the next batch. */
    void take(double[] outputs, Batch batch);

    /** The metric of all that was taken. */
    double value();
}
