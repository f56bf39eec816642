/** Horizontal bars: relevance per feature, probability per class. */
@NullMarked
package org.vitrine.charts.bars;

import org.jspecify.annotations.NullMarked;
