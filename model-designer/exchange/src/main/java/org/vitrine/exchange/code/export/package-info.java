/** Programs by language, and the folders in which they go out with their data. */
@NullMarked
package org.vitrine.exchange.code.export;

import org.jspecify.annotations.NullMarked;
