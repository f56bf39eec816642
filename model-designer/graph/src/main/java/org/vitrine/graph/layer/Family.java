package org.vitrine.graph.layer;

/** Layer families: palette groups, each with an icon and a colour of its own. */
public enum Family {
    INPUT,
    DENSE,
    CONVOLUTION,
    RECURRENT,
    ATTENTION,
    NORMALIZATION,
    SHAPE,
    OUTPUT,
    BLOCK
}
