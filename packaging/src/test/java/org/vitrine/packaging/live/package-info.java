/** Measures the page Live with a real worker. */
@NullMarked
package org.vitrine.packaging.live;

import org.jspecify.annotations.NullMarked;
