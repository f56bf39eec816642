/** The reference networks, and what they have in common for every engine that computes them. */
@NullMarked
package org.vitrine.peers;

import org.jspecify.annotations.NullMarked;
