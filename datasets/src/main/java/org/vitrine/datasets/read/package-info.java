/** Bounded readers of file formats: IDX, NumPy archives, tables, text, pictures, sounds and boxes. Broken files end in one clear message. */
@NullMarked
package org.vitrine.datasets.read;

import org.jspecify.annotations.NullMarked;
