package org.vitrine.graph.model;

/** Gradient descent variants. */
public enum Updater {
    SGD,
    MOMENTUM,
    NESTEROV,
    RMSPROP,
    ADAGRAD,
    ADAM,
    ADAMW
}
