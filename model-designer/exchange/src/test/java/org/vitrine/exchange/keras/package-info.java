/** Tests with files that Keras wrote, whole and damaged. */
@NullMarked
package org.vitrine.exchange.keras;

import org.jspecify.annotations.NullMarked;
