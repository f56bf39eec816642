/** Sequences of tokens made by rules. */
@NullMarked
package org.vitrine.datasets.catalogue.sequences;

import org.jspecify.annotations.NullMarked;
