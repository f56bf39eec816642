/** Curves behind the credibility of explanations. */
@NullMarked
package org.vitrine.charts.credibility;

import org.jspecify.annotations.NullMarked;
