/** Attribution methods over a {@link org.vitrine.attribution.DifferentiableModel}, one class each, in plain Java. */
@NullMarked
package org.vitrine.attribution;

import org.jspecify.annotations.NullMarked;
