/** Gradients at the input of a trained network, and the session that answers questions with them. */
@NullMarked
package org.vitrine.worker.explain;

import org.jspecify.annotations.NullMarked;
