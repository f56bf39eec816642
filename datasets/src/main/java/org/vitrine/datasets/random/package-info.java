/** Seeded chance that is the same on every machine. */
@NullMarked
package org.vitrine.datasets.random;

import org.jspecify.annotations.NullMarked;
