/** Panels: a view with a title that gives away what it shows, as PNG, SVG, PDF and CSV. */
@NullMarked
package org.vitrine.charts.panel;

import org.jspecify.annotations.NullMarked;
