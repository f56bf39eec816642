/** Charts, heatmaps and graph views. */
@NullMarked
package org.vitrine.charts;

import org.jspecify.annotations.NullMarked;
