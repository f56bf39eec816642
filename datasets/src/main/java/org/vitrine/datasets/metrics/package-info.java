/** How good predictions are: counts by class with precision, recall and F1, and errors of predicted values. */
@NullMarked
package org.vitrine.datasets.metrics;

import org.jspecify.annotations.NullMarked;
