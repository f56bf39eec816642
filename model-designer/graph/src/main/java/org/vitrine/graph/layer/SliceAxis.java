package org.vitrine.graph.layer;

/** The axis that a slice is cut from: features are the channels of an image or the values of a vector. */
public enum SliceAxis {
    TIME,
    FEATURES,
    HEIGHT,
    WIDTH
}
