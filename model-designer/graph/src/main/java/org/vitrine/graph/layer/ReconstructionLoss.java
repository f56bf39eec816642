package org.vitrine.graph.layer;

/** Sigmoid and binary cross entropy for values from 0 to 1, or half the squared error for any; summed over all values. */
public enum ReconstructionLoss {
    BINARY_CROSS_ENTROPY,
    MSE
}
