/** From the graph on the canvas to a DL4J network. */
@NullMarked
package org.vitrine.worker.compile;

import org.jspecify.annotations.NullMarked;
