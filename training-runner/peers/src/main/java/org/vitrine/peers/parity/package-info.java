/** The same weights and the same batches in two engines: what each computes, and how far they are apart. */
@NullMarked
package org.vitrine.peers.parity;

import org.jspecify.annotations.NullMarked;
