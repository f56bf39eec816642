/** Which training examples are like one that the network decided on, and which pushed its decision. */
@NullMarked
package org.vitrine.attribution.neighbours;

import org.jspecify.annotations.NullMarked;
