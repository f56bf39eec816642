package org.vitrine.attribution;

/** Methods that ask a model the same kind of question. */
public enum MethodFamily {
    /** Derivatives, at the input or on the way to it. */
    GRADIENTS,
    /** A backward pass with rules of its own. */
    RULES,
    /** Feature maps of a convolution. */
    FEATURE_MAPS,
    /** The model's answers to changed inputs; no derivatives, but many answers. */
    PERTURBATIONS
}
