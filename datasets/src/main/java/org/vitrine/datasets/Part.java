package org.vitrine.datasets;

/** The three parts of a data set: to train on, to watch while training, to judge at the end. */
public enum Part {
    TRAIN,
    VALIDATION,
    TEST
}
