/** Feature visualisation: inputs that excite a unit as much as they can, made by going up its gradient under regularisers. */
@NullMarked
package org.vitrine.attribution.maximisation;

import org.jspecify.annotations.NullMarked;
