/** Figures of what a model made of the test part: small records that draw themselves, on the screen and into files. */
@NullMarked
package org.vitrine.charts.evaluation;

import org.jspecify.annotations.NullMarked;
