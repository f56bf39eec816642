/** Points in the plane. */
@NullMarked
package org.vitrine.datasets.catalogue.points;

import org.jspecify.annotations.NullMarked;
