/** Figures on the screen. */
@NullMarked
package org.vitrine.charts.figure;

import org.jspecify.annotations.NullMarked;
