package org.vitrine.attribution;

/** What a layer does to relevance that passes through it, once its activation is taken off. */
public enum LayerRole {
    /** Values move and stay as they are. */
    MOVED,
    /** Sums of values times weights, all of which see each value. */
    DENSE,
    /** Sums over windows. */
    CONVOLUTION,
    /** Other sums of values times fixed numbers, and what is added to them. */
    SUMMED,
    /** The greatest of some values. */
    MAXIMUM,
    /** A function of each value on its own. */
    ACTIVATION,
    /** Anything else: no rule is defined. */
    NONE
}
