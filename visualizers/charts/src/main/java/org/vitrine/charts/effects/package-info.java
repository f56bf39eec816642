/** Figures of what counts over many examples: importance, dependence, single examples' lines. */
@NullMarked
package org.vitrine.charts.effects;

import org.jspecify.annotations.NullMarked;
