/** Tests of {@code org.vitrine.charts.bars}. */
@org.jspecify.annotations.NullMarked
package org.vitrine.charts.bars;
