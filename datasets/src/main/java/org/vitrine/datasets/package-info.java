/** Data sets: descriptors, readers, generators and the tensors they yield. Free of any user interface or engine. */
@NullMarked
package org.vitrine.datasets;

import org.jspecify.annotations.NullMarked;
