/** Points in the plane: toy classes over a decision surface, predictions against truth. */
@NullMarked
package org.vitrine.charts.scatter;

import org.jspecify.annotations.NullMarked;
