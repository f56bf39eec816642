/** Tests of comparisons. */
@NullMarked
package org.vitrine.graph.compare;

import org.jspecify.annotations.NullMarked;
