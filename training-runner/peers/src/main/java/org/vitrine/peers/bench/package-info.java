/** How fast the engines train: each in a process of its own, taking turns. Writes docs/performance.md. */
@NullMarked
package org.vitrine.peers.bench;

import org.jspecify.annotations.NullMarked;
