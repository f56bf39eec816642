/** How far a job is and how long it will take. */
@NullMarked
package org.vitrine.charts.progress;

import org.jspecify.annotations.NullMarked;
