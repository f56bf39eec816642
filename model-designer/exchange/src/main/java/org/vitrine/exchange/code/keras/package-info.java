/** Programs in Keras 3. Channels come last: images are [batch, height, width, channels], sequences [batch, time, features]. */
@NullMarked
package org.vitrine.exchange.code.keras;

import org.jspecify.annotations.NullMarked;
