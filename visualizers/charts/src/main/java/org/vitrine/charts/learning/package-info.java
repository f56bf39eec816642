/** Pictures of a model that learns: how values are spread over time, filters and maps, confusion, pinned examples, the plane. */
@NullMarked
package org.vitrine.charts.learning;

import org.jspecify.annotations.NullMarked;
