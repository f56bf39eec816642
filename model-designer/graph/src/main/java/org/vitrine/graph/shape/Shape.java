package org.vitrine.graph.shape;

/** The shape of one example as it travels along an edge; the batch axis is left out. */
public sealed interface Shape permits Flat, Image, Sequence, Tokens {

    /** Number of values in one example. */
    long size();

    /** A short text for an edge label, such as {@code 6 × 28 × 28}. */
    String text();
}
