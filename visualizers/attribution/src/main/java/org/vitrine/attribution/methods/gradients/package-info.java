/** Methods that follow the gradient of a score down to the input, at one place or along many. */
@NullMarked
package org.vitrine.attribution.methods.gradients;

import org.jspecify.annotations.NullMarked;
