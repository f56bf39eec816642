/** Tests of the map of attention. */
@NullMarked
package org.vitrine.app.explain.attention;

import org.jspecify.annotations.NullMarked;
