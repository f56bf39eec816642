package org.vitrine.worker.layers;

/** A layer that need not compute the gradient at its input, where nothing before it is trained. */
public interface SkipsInputGradient {
    /** If {@code skip}, the next backward pass returns null for the gradient at the input. */
    void skipInputGradient(boolean skip);
}
