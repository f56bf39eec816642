/** The Explain stage: test examples, probabilities, and heatmaps by several methods. */
@NullMarked
package org.vitrine.app.explain;

import org.jspecify.annotations.NullMarked;
