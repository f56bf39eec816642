/** The worker process: the only code that uses Deeplearning4j and ND4J. */
@NullMarked
package org.vitrine.worker;

import org.jspecify.annotations.NullMarked;
