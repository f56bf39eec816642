/** The one bridge from background threads to the JavaFX thread; the views live in the packages below. */
@NullMarked
package org.vitrine.charts;

import org.jspecify.annotations.NullMarked;
