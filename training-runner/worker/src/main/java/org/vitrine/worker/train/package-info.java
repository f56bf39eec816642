/** The training of a run: the loop, its checkpoints, and what it reports and obeys. */
@NullMarked
package org.vitrine.worker.train;

import org.jspecify.annotations.NullMarked;
