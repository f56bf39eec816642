/** Run directories: what a run is asked to do, what it reported, and the processes behind it. Free of any engine. */
@NullMarked
package org.vitrine.runs;

import org.jspecify.annotations.NullMarked;
