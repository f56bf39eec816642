package org.vitrine.graph.layer;

/** Activation functions. */
public enum Activation {
    IDENTITY,
    RELU,
    LEAKY_RELU,
    ELU,
    GELU,
    SWISH,
    TANH,
    SIGMOID,
    SOFTMAX
}
