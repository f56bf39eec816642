/** What the window tests of this module share. */
@NullMarked
package org.vitrine.charts.testing;

import org.jspecify.annotations.NullMarked;
