/** Pictures of what leaves a layer: strips of units, sequences over time, feature maps. */
@NullMarked
package org.vitrine.charts.activations;

import org.jspecify.annotations.NullMarked;
