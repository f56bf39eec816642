package org.vitrine.graph.layer;

/** What a pooling window keeps. */
public enum PoolingMode {
    MAX,
    AVERAGE
}
