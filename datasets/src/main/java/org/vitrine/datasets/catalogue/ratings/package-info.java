/** Who likes what: invented ratings. */
@NullMarked
package org.vitrine.datasets.catalogue.ratings;

import org.jspecify.annotations.NullMarked;
