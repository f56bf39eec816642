/** Tests of what attention comes to. */
@NullMarked
package org.vitrine.attribution.attention;

import org.jspecify.annotations.NullMarked;
