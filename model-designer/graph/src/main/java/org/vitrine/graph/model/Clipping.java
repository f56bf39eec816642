package org.vitrine.graph.model;

/** Gradient clipping: none, each value to ±threshold, or all gradients together to an L2 norm. */
public enum Clipping {
    NONE,
    VALUE,
    NORM
}
