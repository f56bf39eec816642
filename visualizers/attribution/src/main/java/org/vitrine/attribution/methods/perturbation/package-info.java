/** Methods that hide parts of the input and look at what becomes of the score. */
@NullMarked
package org.vitrine.attribution.methods.perturbation;

import org.jspecify.annotations.NullMarked;
