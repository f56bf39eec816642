/** Vectors of words: what is asked before they are trained, and the page on which they are explored. */
@NullMarked
package org.vitrine.app.words;

import org.jspecify.annotations.NullMarked;
