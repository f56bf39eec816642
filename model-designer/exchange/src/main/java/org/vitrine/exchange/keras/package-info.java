/** Models of Keras, read from their files without Keras: graph and weights. */
@NullMarked
package org.vitrine.exchange.keras;

import org.jspecify.annotations.NullMarked;
