/** Tests of {@code org.vitrine.charts.examples}. */
@org.jspecify.annotations.NullMarked
package org.vitrine.charts.examples;
