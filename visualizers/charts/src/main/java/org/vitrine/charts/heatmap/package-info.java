/** Attribution maps over images, alone and as a grid of methods. */
@NullMarked
package org.vitrine.charts.heatmap;

import org.jspecify.annotations.NullMarked;
