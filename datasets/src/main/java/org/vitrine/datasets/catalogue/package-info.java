/** The data sets themselves and their list. */
@NullMarked
package org.vitrine.datasets.catalogue;

import org.jspecify.annotations.NullMarked;
