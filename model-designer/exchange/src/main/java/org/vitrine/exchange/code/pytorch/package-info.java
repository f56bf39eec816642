/** Programs in PyTorch. Images are [batch, channels, height, width], sequences [batch, time, features]. */
@NullMarked
package org.vitrine.exchange.code.pytorch;

import org.jspecify.annotations.NullMarked;
