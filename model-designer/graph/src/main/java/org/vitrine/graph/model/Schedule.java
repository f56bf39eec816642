package org.vitrine.graph.model;

/** How the learning rate changes: after warm-up, by epoch (STEP, EXPONENTIAL) or along a half cosine to the last iteration. */
public enum Schedule {
    CONSTANT,
    STEP,
    EXPONENTIAL,
    COSINE
}
