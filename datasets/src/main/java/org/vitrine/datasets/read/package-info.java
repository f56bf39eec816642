/** Bounded readers of file formats: IDX, CSV and tab-separated text. Broken files end in one clear message. */
@NullMarked
package org.vitrine.datasets.read;

import org.jspecify.annotations.NullMarked;
