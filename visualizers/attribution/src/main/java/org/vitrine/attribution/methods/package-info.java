/** The attribution methods there are, a package for each way of finding out; a new one is added to {@code AttributionMethods}. */
@NullMarked
package org.vitrine.attribution.methods;

import org.jspecify.annotations.NullMarked;
