/** Small previews of examples and the strip to browse thousands of them. */
@NullMarked
package org.vitrine.charts.examples;

import org.jspecify.annotations.NullMarked;
