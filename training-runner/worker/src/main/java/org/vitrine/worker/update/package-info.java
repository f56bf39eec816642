/** How parameters change: learning-rate schedules, updaters, regularisation and gradient clipping. */
@NullMarked
package org.vitrine.worker.update;

import org.jspecify.annotations.NullMarked;
