package org.vitrine.worker.compile;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** What a node becomes. */
sealed interface Part {
    /** A network input. */
    record NetworkInput() implements Part {}

    /** A layer. */
    record Layered(Layer layer) implements Part {}

    /** A layer that takes all values of an image as one vector. */
    record Flattened(Layer layer) implements Part {}

    /** Two layers, one behind the other. */
    record Stacked(Layer first, Layer last) implements Part {}

    /**
     * Attention to a second input: projections of both inputs, a vertex that joins them, and a projection of what it gives.
     */
    record CrossAttended(Layer queries, Layer memory, GraphVertex attention, Layer output) implements Part {}

    /** A vertex without parameters. */
    record Vertex(GraphVertex vertex) implements Part {}
}
