/** Tests of the credibility card. */
@NullMarked
package org.vitrine.attribution.credibility;

import org.jspecify.annotations.NullMarked;
