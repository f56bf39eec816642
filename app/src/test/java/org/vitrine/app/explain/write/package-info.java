/** Tests of {@code org.vitrine.app.explain.write}. */
@NullMarked
package org.vitrine.app.explain.write;

import org.jspecify.annotations.NullMarked;
