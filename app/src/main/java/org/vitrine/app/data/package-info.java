/** The Data stage: the catalogue, previews, and the options of a data set. */
@NullMarked
package org.vitrine.app.data;

import org.jspecify.annotations.NullMarked;
