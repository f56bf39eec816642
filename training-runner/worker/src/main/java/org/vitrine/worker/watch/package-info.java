/** Looks at a network while it trains: what changes, how values are spread, what units and examples do. */
@NullMarked
package org.vitrine.worker.watch;

import org.jspecify.annotations.NullMarked;
