/** The graph model, free of any user interface or engine: see the packages below. */
@NullMarked
package org.vitrine.graph;

import org.jspecify.annotations.NullMarked;
