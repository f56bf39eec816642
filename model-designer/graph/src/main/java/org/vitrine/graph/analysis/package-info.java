/** Shapes, parameter counts and problems of a graph, with fixes that were verified to help. */
@NullMarked
package org.vitrine.graph.analysis;

import org.jspecify.annotations.NullMarked;
