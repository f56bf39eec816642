/** Run directories and their store: what is asked of a run, and where it stands. */
@NullMarked
package org.vitrine.runs.store;

import org.jspecify.annotations.NullMarked;
