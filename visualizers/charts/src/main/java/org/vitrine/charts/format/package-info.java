/** Numbers, percentages and durations as people read them. No JavaFX here. */
@NullMarked
package org.vitrine.charts.format;

import org.jspecify.annotations.NullMarked;
