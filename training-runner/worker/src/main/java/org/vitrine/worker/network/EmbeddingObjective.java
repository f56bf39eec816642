package org.vitrine.worker.network;

/** An objective for networks that put examples into a space in which those of one class lie near each other. */
public interface EmbeddingObjective extends Objective {

    /** Width of an embedding. */
    int units();

    /**
     * Reads the embeddings off a network's outputs, scaled to length 1.
     *
     * @return [n, units] row by row
     */
    double[] embeddings(double[] outputs);
}
