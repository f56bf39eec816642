/** Where Transformers look: attention weights, and what they come to over all layers. */
@NullMarked
package org.vitrine.attribution.attention;

import org.jspecify.annotations.NullMarked;
