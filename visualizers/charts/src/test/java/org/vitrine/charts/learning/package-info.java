@org.jspecify.annotations.NullMarked
package org.vitrine.charts.learning;
