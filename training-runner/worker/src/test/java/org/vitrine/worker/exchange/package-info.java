/** Models of other tools compute the same in the engine. */
@NullMarked
package org.vitrine.worker.exchange;

import org.jspecify.annotations.NullMarked;
