/** The reference networks as graphs of ours, computed by the worker's engine. Never in one process with PyTorch. */
@NullMarked
package org.vitrine.peers.ours;

import org.jspecify.annotations.NullMarked;
