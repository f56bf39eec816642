/** A compiled network: forward and backward passes over batches, objectives, and the way of tensors into the engine. */
@NullMarked
package org.vitrine.worker.network;

import org.jspecify.annotations.NullMarked;
