/** The data sets to choose from: search, filters, and a small picture of each. */
@NullMarked
package org.vitrine.app.data.catalogue;

import org.jspecify.annotations.NullMarked;
