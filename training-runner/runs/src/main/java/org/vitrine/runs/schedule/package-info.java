/** Runs in their turn: the queue, and what a user can ask of a run. */
@NullMarked
package org.vitrine.runs.schedule;

import org.jspecify.annotations.NullMarked;
