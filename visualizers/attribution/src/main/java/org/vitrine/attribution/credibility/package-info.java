/** Whether to believe an explanation: metrics from the literature, one class each, and the card that gathers them. */
@NullMarked
package org.vitrine.attribution.credibility;

import org.jspecify.annotations.NullMarked;
