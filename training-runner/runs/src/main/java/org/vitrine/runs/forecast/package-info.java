/** What training is going to take: measured by a short calibration in a worker, or roughly estimated before one. */
@NullMarked
package org.vitrine.runs.forecast;

import org.jspecify.annotations.NullMarked;
