/** What the canvas views share: colours looked up from the theme, axes, and pictures of nodes. */
@NullMarked
package org.vitrine.charts.canvas;

import org.jspecify.annotations.NullMarked;
