/** The reference networks in PyTorch, reached through DJL. Never in one process with ND4J. */
@NullMarked
package org.vitrine.peers.torch;

import org.jspecify.annotations.NullMarked;
