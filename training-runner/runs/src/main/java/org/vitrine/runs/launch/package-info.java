/** Worker processes: where their class path is, how they start, and what they are told on their command line. */
@NullMarked
package org.vitrine.runs.launch;

import org.jspecify.annotations.NullMarked;
