/** Records over time, measured or computed. */
@NullMarked
package org.vitrine.datasets.catalogue.series;

import org.jspecify.annotations.NullMarked;
