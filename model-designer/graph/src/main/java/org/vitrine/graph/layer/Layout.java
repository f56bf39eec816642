package org.vitrine.graph.layer;

/** What the values of an example are laid out as. */
public enum Layout {
    IMAGE,
    SEQUENCE
}
