package org.vitrine.graph.compare;

import org.vitrine.graph.model.Edge;

/**
 * An edge of the first graph that has one end elsewhere in the second.
 *
 * @param before by the names of the first graph
 * @param after by the names of the second graph
 */
public record MovedEdge(Edge before, Edge after) {
    MovedEdge reversed() {
        return new MovedEdge(after, before);
    }
}
