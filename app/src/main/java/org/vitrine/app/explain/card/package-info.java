/** Whether to believe a heatmap: the credibility card under it, and its summary over the test examples. */
@NullMarked
package org.vitrine.app.explain.card;

import org.jspecify.annotations.NullMarked;
