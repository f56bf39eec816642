/** Forms made from the options of data sets, steps and importers. */
@NullMarked
package org.vitrine.app.data.options;

import org.jspecify.annotations.NullMarked;
