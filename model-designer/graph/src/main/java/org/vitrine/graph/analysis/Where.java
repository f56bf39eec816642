package org.vitrine.graph.analysis;

import org.vitrine.graph.model.NodeId;

/** The place of a problem. */
public sealed interface Where {

    /** At a node. */
    record AtNode(NodeId id) implements Where {}

    /** At an input port of a node. */
    record AtPort(NodeId id, int port) implements Where {}

    /** The graph, the data or the training settings as a whole. */
    record Everywhere() implements Where {}
}
