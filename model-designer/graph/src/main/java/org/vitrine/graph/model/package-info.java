/** The immutable document: graph, layout, data reference and training settings. */
@NullMarked
package org.vitrine.graph.model;

import org.jspecify.annotations.NullMarked;
