package org.vitrine.graph.layer;

/** Which triplets of a batch count: the farthest friend and nearest stranger, or strangers just beyond each friend. */
public enum Mining {
    BATCH_HARD,
    SEMI_HARD
}
