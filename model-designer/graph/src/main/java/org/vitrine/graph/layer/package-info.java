/** One small record per layer: its parameters, its ports, its shape inference and its parameter count. */
@NullMarked
package org.vitrine.graph.layer;

import org.jspecify.annotations.NullMarked;
