/** Tests of {@code org.vitrine.app.train}. */
@NullMarked
package org.vitrine.app.train;

import org.jspecify.annotations.NullMarked;
