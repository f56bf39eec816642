/** What several data sets share: options and the files that come with the program. */
@NullMarked
package org.vitrine.datasets.catalogue.support;

import org.jspecify.annotations.NullMarked;
