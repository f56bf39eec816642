/** Test results by class: the confusion matrix and the table of precision, recall and F1. */
@NullMarked
package org.vitrine.charts.matrix;

import org.jspecify.annotations.NullMarked;
