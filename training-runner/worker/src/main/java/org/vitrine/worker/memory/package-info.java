/** When native memory is given back. */
@NullMarked
package org.vitrine.worker.memory;

import org.jspecify.annotations.NullMarked;
