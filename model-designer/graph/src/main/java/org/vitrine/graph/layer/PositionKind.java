package org.vitrine.graph.layer;

/** Fixed sinusoids (Vaswani et al. 2017, section 3.5) or a trained vector for each position. */
public enum PositionKind {
    SINUSOIDAL,
    LEARNED
}
