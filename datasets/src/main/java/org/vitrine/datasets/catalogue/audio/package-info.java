/** Sounds as waves: words, tones, vowels. */
@NullMarked
package org.vitrine.datasets.catalogue.audio;

import org.jspecify.annotations.NullMarked;
