/** Data sets that have to be downloaded before they can be used; until then they say how. */
@NullMarked
package org.vitrine.datasets.catalogue.downloaded;

import org.jspecify.annotations.NullMarked;
