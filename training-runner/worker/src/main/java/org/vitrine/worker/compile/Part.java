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

    /** A vertex without parameters. */
    record Vertex(GraphVertex vertex) implements Part {}
}
