/** What predictions on a test part amount to: curves over thresholds, calibration, slices with confidence intervals, residuals. */
@NullMarked
package org.vitrine.datasets.evaluation;

import org.jspecify.annotations.NullMarked;
