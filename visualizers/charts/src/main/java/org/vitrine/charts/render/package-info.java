/** Colour maps, axis arithmetic, decimation and Java2D pictures for reports and exports. No JavaFX here. */
@NullMarked
package org.vitrine.charts.render;

import org.jspecify.annotations.NullMarked;
