/** Tensor shapes as the graph sees them (the batch axis left out), and what a data set offers to a graph. */
@NullMarked
package org.vitrine.graph.shape;

import org.jspecify.annotations.NullMarked;
