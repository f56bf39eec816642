/** What simple models score on the data sets of the catalogue: plain Java, the same numbers at each run. */
@NullMarked
package org.vitrine.datasets.baseline;

import org.jspecify.annotations.NullMarked;
