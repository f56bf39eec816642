/** From raw values to tensors: seeded draws, partitions, scales, tokens. */
@NullMarked
package org.vitrine.datasets.prepare;

import org.jspecify.annotations.NullMarked;
