/** Pictures that are drawn once and come out as pixels, SVG or PDF, with the same letters on every machine; no window needed. */
@NullMarked
package org.vitrine.drawing;

import org.jspecify.annotations.NullMarked;
