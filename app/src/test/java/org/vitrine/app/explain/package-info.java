/** Tests of {@code org.vitrine.app.explain}. */
@NullMarked
package org.vitrine.app.explain;

import org.jspecify.annotations.NullMarked;
