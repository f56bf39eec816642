package org.vitrine.attribution.neighbours;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the influence of a training example on a decision is told from the gradients of both losses. Positive: a step of training on
 * the example lessens the loss of the decision (a proponent); negative: it adds to it (an opponent).
 */
public enum Influence {
    /** Dot product: what a step of training changes, to first order (TracIn: Pruthi, Liu, Kale, Sundararajan 2020). */
    DOT,
    /** Cosine: whether both want the same change, whatever its size (Charpiat, Girard, Felardos, Tarabalka 2019); -1 to 1. */
    COSINE;

    /** The name in questions and files. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The one of this id, if there is one. */
    public static Optional<Influence> byId(String id) {
        return Arrays.stream(values())
                .filter(influence -> influence.id().equals(id))
                .findFirst();
    }

    /** The influence from the dot product of two gradients and of each with itself; 0 where a cosine has no direction. */
    double of(double dot, double squares, double otherSquares) {
        if (this == DOT) {
            return dot;
        }
        return squares == 0 || otherSquares == 0
                ? 0
                : Math.max(-1, Math.min(1, dot / Math.sqrt(squares) / Math.sqrt(otherSquares)));
    }

    /** Between two gradients that are there as a whole, such as those at all parameters. */
    public double of(float[] gradient, float[] other) {
        if (gradient.length != other.length) {
            throw new IllegalArgumentException(
                    "Gradients of " + gradient.length + " and " + other.length + " parameters do not fit");
        }
        double dot = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < gradient.length; i++) {
            dot += (double) gradient[i] * other[i];
            squares += (double) gradient[i] * gradient[i];
            otherSquares += (double) other[i] * other[i];
        }
        return of(dot, squares, otherSquares);
    }
}
