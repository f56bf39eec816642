/** The parameters of a network as named arrays in a file, for other tools and from them. */
@NullMarked
package org.vitrine.worker.weights;

import org.jspecify.annotations.NullMarked;
