package org.vitrine.graph.model;

import org.vitrine.graph.layer.LayerSpec;

/** A layer in its place in the graph. */
public record Node(NodeId id, LayerSpec layer) {}
