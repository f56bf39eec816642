/** What a training worker watches while it trains: the records, the files that hold them, and how they are read. */
@NullMarked
package org.vitrine.runs.watch;

import org.jspecify.annotations.NullMarked;
