package org.vitrine.graph.layer;

/** How a window meets the border: SAME pads so that stride 1 keeps the size, VALID does not pad. */
public enum Padding {
    SAME,
    VALID
}
