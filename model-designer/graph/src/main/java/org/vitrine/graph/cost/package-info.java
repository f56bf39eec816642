/** What a graph costs before it is trained: multiply-adds, parameters, memory for activations, and how far each layer sees. */
@NullMarked
package org.vitrine.graph.cost;

import org.jspecify.annotations.NullMarked;
