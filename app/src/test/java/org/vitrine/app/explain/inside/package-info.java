/** The Inside page without a window. */
@NullMarked
package org.vitrine.app.explain.inside;

import org.jspecify.annotations.NullMarked;
