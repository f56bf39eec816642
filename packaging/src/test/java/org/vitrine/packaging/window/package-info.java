/** The whole product through its window: real data, real worker processes, no sleeps. */
@NullMarked
package org.vitrine.packaging.window;

import org.jspecify.annotations.NullMarked;
