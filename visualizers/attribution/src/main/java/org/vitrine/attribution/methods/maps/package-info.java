/** Methods that weigh the feature maps of a layer. */
@NullMarked
package org.vitrine.attribution.methods.maps;

import org.jspecify.annotations.NullMarked;
