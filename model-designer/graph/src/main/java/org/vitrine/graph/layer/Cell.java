package org.vitrine.graph.layer;

/** The recurrent cell inside a bidirectional layer. */
public enum Cell {
    SIMPLE_RNN,
    LSTM,
    GRU;

    /** Trainable parameters of one direction: input weights, recurrent weights and biases. */
    long parameters(long features, long units) {
        return switch (this) {
            case SIMPLE_RNN -> (features + units + 1) * units;
            case LSTM -> 4 * (features + units + 1) * units;
            // The candidate's recurrent bias stands inside the reset product, so it can not merge with the other one.
            case GRU -> 3 * (features + units + 2) * units;
        };
    }
}
