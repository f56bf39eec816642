/** Where Transformers look. */
@NullMarked
package org.vitrine.charts.attention;

import org.jspecify.annotations.NullMarked;
