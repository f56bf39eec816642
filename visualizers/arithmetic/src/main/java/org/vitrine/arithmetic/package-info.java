/**
 * How a number inside a network came about: each output of each layer as a tree of sums and functions over the layer's inputs and
 * parameters, in double precision.
 */
@NullMarked
package org.vitrine.arithmetic;

import org.jspecify.annotations.NullMarked;
