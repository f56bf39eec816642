/** How two graphs differ, as a value: pure, for the command line, the window and tests. */
@NullMarked
package org.vitrine.graph.compare;

import org.jspecify.annotations.NullMarked;
