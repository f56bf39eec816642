/**
 * Layers and vertices of our own for DL4J graphs, each with an explicit forward and backward pass on ND4J operations.
 *
 * <p>Sequences are [batch, features, time] as everywhere in DL4J, masks are [batch, time] with 1 for a real step. Arrays
 * that leave a layer of this package lie in memory as [batch, time, features], so that a chain of them needs no copies.
 * A masked step has output zero, changes no other step and receives no gradient.
 */
@NullMarked
package org.vitrine.worker.layers;

import org.jspecify.annotations.NullMarked;
