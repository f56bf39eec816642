/** Parity with PyTorch. */
@org.jspecify.annotations.NullMarked
package org.vitrine.peers.parity;
