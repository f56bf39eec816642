/** One class under a name that DL4J looks up and the ND4J jars no longer have. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
