/** The steps between a data set as it is and what a network takes: tokens, windows, scales, augmentation. */
@NullMarked
package org.vitrine.datasets.steps;

import org.jspecify.annotations.NullMarked;
