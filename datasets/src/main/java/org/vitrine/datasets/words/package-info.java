/** Texts as sentences of words, and vectors of words with what lies near them. */
@NullMarked
package org.vitrine.datasets.words;

import org.jspecify.annotations.NullMarked;
