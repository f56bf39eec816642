package org.vitrine.graph.layer;

/** How a bidirectional layer joins its two directions. */
public enum Merge {
    CONCATENATE,
    ADD,
    AVERAGE,
    MULTIPLY
}
