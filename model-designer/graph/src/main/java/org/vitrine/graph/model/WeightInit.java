package org.vitrine.graph.model;

/** Initial weights (Glorot and Bengio 2010, He et al. 2015, LeCun et al. 1998). */
public enum WeightInit {
    XAVIER,
    XAVIER_UNIFORM,
    HE,
    HE_UNIFORM,
    LECUN,
    NORMAL
}
