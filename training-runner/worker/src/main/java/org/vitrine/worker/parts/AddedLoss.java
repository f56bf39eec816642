package org.vitrine.worker.parts;

/** A vertex that adds to the loss. Its backward pass adds the gradient of the mean over examples. */
public interface AddedLoss {

    /** Of the last forward pass, summed over its examples. */
    double addedLoss();
}
